package app.oegukmin.shared.dynamo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Adds to numbers and sets of an item, whatever they are just now.
 *
 * <pre>{@code
 * record Month(String key, long characters) {}
 *
 * long now = Counters.add(client, months, new Month("2026-11", 40)).characters();
 * }</pre>
 */
public final class Counters {

  private Counters() {}

  /**
   * Adds every attribute of a record but its key to the item's. An attribute or item that is not
   * there counts as zero, as an empty set, and is made.
   *
   * @param more a record of the key, numbers and sets
   * @return the attributes that were added to, as they are now; what is an empty Optional in {@code
   *     more} is one here
   */
  public static <T extends Record> T add(DynamoDbClient client, DynamoDbTable<T> table, T more) {
    return add(client, table, more, Optional.empty());
  }

  /** The same on a condition; empty, and nothing is added, when it does not hold. */
  public static <T extends Record> Optional<T> add(
      DynamoDbClient client, DynamoDbTable<T> table, T more, Expression condition) {
    try {
      return Optional.of(add(client, table, more, Optional.of(condition)));
    } catch (ConditionalCheckFailedException refused) {
      return Optional.empty();
    }
  }

  private static <T extends Record> T add(
      DynamoDbClient client, DynamoDbTable<T> table, T more, Optional<Expression> condition) {
    Addition addition = Addition.of(table, more, condition);
    UpdateItemRequest request =
        UpdateItemRequest.builder()
            .tableName(table.tableName())
            .key(addition.key())
            .updateExpression(addition.update())
            .conditionExpression(addition.condition())
            .expressionAttributeNames(addition.names())
            .expressionAttributeValues(addition.values())
            .returnValues(ReturnValue.UPDATED_NEW)
            .build();
    Map<String, AttributeValue> item = new HashMap<>(client.updateItem(request).attributes());
    item.putAll(addition.key());
    return table.tableSchema().mapToItem(item);
  }
}
