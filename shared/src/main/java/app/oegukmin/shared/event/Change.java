package app.oegukmin.shared.event;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.transformers.v2.dynamodb.DynamodbAttributeValueTransformer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * One change of one item, as a table's stream tells it. What a change knows depends on the stream's
 * view type: keys always, images only where the view has them.
 */
public final class Change {

  // arn:aws:dynamodb:<region>:<account>:table/<name>/stream/<label>
  private static final Pattern STREAM =
      Pattern.compile("arn:[^:]+:dynamodb:[^:]*:[^:]*:table/([^/]+)/stream/.+");

  private final DynamodbStreamRecord record;

  Change(DynamodbStreamRecord record) {
    this.record = record;
  }

  /**
   * The physical name of the table.
   *
   * @throws IllegalArgumentException when the record does not come from a table's stream
   */
  String table() {
    String arn = String.valueOf(record.getEventSourceARN());
    Matcher stream = STREAM.matcher(arn);
    if (!stream.matches()) {
      throw new IllegalArgumentException("Not the stream of a table: " + arn);
    }
    return stream.group(1);
  }

  /** The position in the stream, which names the change in a response. */
  String sequenceNumber() {
    return record.getDynamodb().getSequenceNumber();
  }

  /** What no other change has, and this one has at each delivery. */
  public String id() {
    return record.getEventID();
  }

  /** Whether the item is gone. */
  public boolean removed() {
    return "REMOVE".equals(record.getEventName());
  }

  /** The item's key, read into a record that has the key's attributes and no others. */
  public <K> K key(TableSchema<K> schema) {
    return item(record.getDynamodb().getKeys(), schema).orElseThrow();
  }

  /** The item before the change; empty when it is new or the stream does not tell. */
  public <T> Optional<T> before(TableSchema<T> schema) {
    return item(record.getDynamodb().getOldImage(), schema);
  }

  /** The item after the change; empty when it was removed or the stream does not tell. */
  public <T> Optional<T> after(TableSchema<T> schema) {
    return item(record.getDynamodb().getNewImage(), schema);
  }

  private static <T> Optional<T> item(Map<String, AttributeValue> image, TableSchema<T> schema) {
    return Optional.ofNullable(image)
        .map(DynamodbAttributeValueTransformer::toAttributeValueMapV2)
        .map(schema::mapToItem);
  }
}
