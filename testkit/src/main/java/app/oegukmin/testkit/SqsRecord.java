package app.oegukmin.testkit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;

/** A message as Lambda puts it into the event of a queue. */
final class SqsRecord {

  private SqsRecord() {}

  /**
   * The JSON of a record.
   *
   * @param firstReceived by the clock of the test; SQS itself counts the deliveries
   */
  static Map<String, Object> of(Message message, Instant firstReceived) {
    Map<String, String> attributes = new HashMap<>(message.attributesAsStrings());
    attributes.put("ApproximateFirstReceiveTimestamp", Long.toString(firstReceived.toEpochMilli()));
    Map<String, Object> record = new HashMap<>();
    record.put("messageId", message.messageId());
    record.put("receiptHandle", message.receiptHandle());
    record.put("body", message.body());
    record.put("attributes", attributes);
    record.put("messageAttributes", messageAttributes(message));
    record.put("eventSource", "aws:sqs");
    return record;
  }

  private static Map<String, Map<String, String>> messageAttributes(Message message) {
    Map<String, Map<String, String>> attributes = new HashMap<>();
    message
        .messageAttributes()
        .forEach(
            (name, value) ->
                attributes.put(
                    name,
                    Map.of("stringValue", value.stringValue(), "dataType", value.dataType())));
    return attributes;
  }
}
