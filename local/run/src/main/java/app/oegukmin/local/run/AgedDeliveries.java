package app.oegukmin.local.run;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
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
 * Functions to which queues and streams deliver; how old a delivery is becomes a metric, as with
 * AWS/SQS and AWS/Lambda. CloudWatch also knows the age of what was not delivered yet.
 */
final class AgedDeliveries implements Functions {

  private static final JsonMapper JSON = new JsonMapper();

  private final Functions functions;
  private final UnaryOperator<String> names;
  private final MetricStore store;
  private final Clock clock;

  /**
   * @param names physical names of functions by their logical ids
   */
  AgedDeliveries(Functions functions, UnaryOperator<String> names, MetricStore store, Clock clock) {
    this.functions = functions;
    this.names = names;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public byte[] invoke(String logicalId, byte[] event, TraceHeader trace) throws FunctionError {
    age(logicalId, event);
    return functions.invoke(logicalId, event, trace);
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
      Map<String, String> function = Map.of("FunctionName", names.apply(logicalId));
      put(new Metric("AWS/Lambda", "IteratorAge", function), now - created);
    }
  }

  private static JsonNode read(byte[] event) {
    try {
      return JSON.readTree(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(Metric metric, double number) {
    store.put(metric, clock.instant(), number);
  }
}
