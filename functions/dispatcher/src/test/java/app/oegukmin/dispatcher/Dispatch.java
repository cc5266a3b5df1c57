package app.oegukmin.dispatcher;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.work.Work;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The function between the streams of a test's tables and its queues. */
record Dispatch(Stack stack, Map<String, String> environment, Clock clock) {

  static Dispatch of(Stack stack, Clock clock) {
    return new Dispatch(stack, stack.environment("DispatcherFunction"), clock);
  }

  /** The same with another value of one variable. */
  Dispatch with(String variable, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(variable, value);
    return new Dispatch(stack, changed, clock);
  }

  /** A recorded event. */
  ObjectNode recorded(String name) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(stack.event(name));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Adds a change to some; its sequence number is its position there. */
  ObjectNode change(ArrayNode changes, String variable) {
    ObjectNode record = changes.addObject();
    record.put(
        "eventSourceARN",
        "arn:aws:dynamodb:r:0:table/%s/stream/s".formatted(environment.get(variable)));
    return record.putObject("dynamodb").put("SequenceNumber", Integer.toString(changes.size() - 1));
  }

  /** Hands over changes; the sequence numbers of those that failed. */
  List<String> handle(ArrayNode changes) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    event.set("Records", changes);
    return handle((JsonNode) event);
  }

  List<String> handle(JsonNode event) {
    DynamodbEvent typed = LambdaJson.read(event.toString(), DynamodbEvent.class);
    return new DispatcherHandler(environment, clock)
        .handleRequest(typed, null).getBatchItemFailures().stream()
            .map(failure -> failure.getItemIdentifier())
            .toList();
  }

  /** The messages of a queue, ten at most. */
  <W extends Work> List<W> messages(String queue, Class<W> type) {
    return stack
        .sqs()
        .receiveMessage(r -> r.queueUrl(stack.queue(queue)).maxNumberOfMessages(10))
        .messages()
        .stream()
        .map(message -> WorkJson.read(message.body(), type))
        .toList();
  }
}
