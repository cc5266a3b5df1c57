package app.oegukmin.local.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Lambda's event for records of a DynamoDB stream. */
final class StreamEvent {

  private StreamEvent() {}

  static byte[] of(List<Record> records, String streamArn) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    var list = event.putArray("Records");
    records.forEach(record -> list.add(record(record, streamArn)));
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  static ObjectNode record(Record record, String streamArn) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("eventID", record.eventID());
    node.put("eventName", record.eventNameAsString());
    node.put("eventVersion", record.eventVersion());
    node.put("eventSource", record.eventSource());
    node.put("awsRegion", record.awsRegion());
    node.set("dynamodb", change(record.dynamodb()));
    if (record.userIdentity() != null) {
      ObjectNode identity = node.putObject("userIdentity");
      identity.put("principalId", record.userIdentity().principalId());
      identity.put("type", record.userIdentity().type());
    }
    node.put("eventSourceARN", streamArn);
    return node;
  }

  private static ObjectNode change(StreamRecord change) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    image(node, "Keys", change.keys(), change.hasKeys());
    image(node, "NewImage", change.newImage(), change.hasNewImage());
    image(node, "OldImage", change.oldImage(), change.hasOldImage());
    node.put("SequenceNumber", change.sequenceNumber());
    node.put("SizeBytes", change.sizeBytes());
    node.put("StreamViewType", change.streamViewTypeAsString());
    return node;
  }

  private static void image(
      ObjectNode node, String name, Map<String, AttributeValue> item, boolean present) {
    if (present) {
      node.set(name, AttributeJson.of(item));
    }
  }
}
