package app.oegukmin.local.run;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.function.RecursiveInvocationException;
import app.oegukmin.local.function.TooManyRequestsException;
import app.oegukmin.local.function.TraceHeader;
import app.oegukmin.local.metric.Metric;
import app.oegukmin.local.metric.MetricStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Functions whose invocations are counted as AWS/Lambda and AWS/SQS count them. Ages are those of
 * what is delivered; CloudWatch also knows the age of what was not delivered yet.
 */
final class MeasuredFunctions implements Functions {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String LAMBDA = "AWS/Lambda";

  private final Functions functions;
  private final UnaryOperator<String> names;
  private final MetricStore store;
  private final Clock clock;

  /**
   * @param names physical names of functions by their logical ids
   */
  MeasuredFunctions(
      Functions functions, UnaryOperator<String> names, MetricStore store, Clock clock) {
    this.functions = functions;
    this.names = names;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public byte[] invoke(String logicalId, byte[] event, TraceHeader trace) throws FunctionError {
    age(logicalId, event);
    try {
      byte[] response = functions.invoke(logicalId, event, trace);
      count(logicalId, "Errors", 0);
      return response;
    } catch (FunctionError e) {
      count(logicalId, "Errors", 1);
      throw e;
    } catch (TooManyRequestsException e) {
      count(logicalId, "Throttles", 1);
      throw e;
    } catch (RecursiveInvocationException e) {
      count(logicalId, "RecursiveInvocationsDropped", 1);
      throw e;
    }
  }

  private void age(String logicalId, byte[] event) {
    JsonNode records = read(event).path("Records");
    double now = clock.millis();
    if (records.at("/0/eventSource").asText().equals("aws:sqs")) {
      String arn = records.at("/0/eventSourceARN").asText();
      Map<String, String> queue = Map.of("QueueName", arn.substring(arn.lastIndexOf(':') + 1));
      for (JsonNode message : records) {
        double seconds = (now - message.at("/attributes/SentTimestamp").asDouble()) / 1000;
        put(new Metric("AWS/SQS", "ApproximateAgeOfOldestMessage", queue), seconds);
      }
    }
    JsonNode last = records.path(records.size() - 1);
    if (last.path("eventSource").asText().equals("aws:dynamodb")) {
      double created = last.at("/dynamodb/ApproximateCreationDateTime").asDouble() * 1000;
      count(logicalId, "IteratorAge", now - created);
    }
  }

  private static JsonNode read(byte[] event) {
    try {
      return JSON.readTree(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void count(String logicalId, String metric, double number) {
    put(new Metric(LAMBDA, metric, Map.of("FunctionName", names.apply(logicalId))), number);
  }

  private void put(Metric metric, double number) {
    store.put(metric, clock.instant(), number);
  }
}
