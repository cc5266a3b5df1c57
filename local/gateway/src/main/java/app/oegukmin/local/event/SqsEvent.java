package app.oegukmin.local.event;

import app.oegukmin.template.LocalNames;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Lambda's event for a batch of SQS messages. */
final class SqsEvent {

  private SqsEvent() {}

  static byte[] of(List<Message> messages, String queueArn) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ArrayNode records = event.putArray("Records");
    messages.forEach(message -> records.add(record(message, queueArn)));
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode record(Message message, String queueArn) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("messageId", message.messageId());
    record.put("receiptHandle", message.receiptHandle());
    record.put("body", message.body());
    ObjectNode attributes = record.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    record.set("messageAttributes", messageAttributes(message.messageAttributes()));
    record.put("md5OfBody", message.md5OfBody());
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", queueArn);
    record.put("awsRegion", LocalNames.REGION);
    return record;
  }

  private static ObjectNode messageAttributes(Map<String, MessageAttributeValue> attributes) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    attributes.forEach(
        (name, value) -> {
          ObjectNode attribute = all.putObject(name);
          if (value.stringValue() != null) {
            attribute.put("stringValue", value.stringValue());
          }
          if (value.binaryValue() != null) {
            attribute.put("binaryValue", value.binaryValue().asByteArray());
          }
          attribute.putArray("stringListValues");
          attribute.putArray("binaryListValues");
          attribute.put("dataType", value.dataType());
        });
    return all;
  }
}
