package app.oegukmin.shared.dynamo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** All-or-nothing writes whose expected refusals are answers, not exceptions. */
public final class Transactions {

  private static final int NONE = -1;
  private static final int TRIES = 5;

  private Transactions() {}

  /**
   * Writes all or nothing. A conflict with another transaction is tried again, because it says
   * nothing about the conditions (aws §8).
   *
   * @return the position of the first action whose condition failed, or -1 when all was written
   */
  public static int write(DynamoDbClient client, List<TransactWriteItem> actions) {
    for (int tries = 1; ; tries++) {
      try {
        client.transactWriteItems(request -> request.transactItems(actions));
        return NONE;
      } catch (TransactionCanceledException cancelled) {
        int refused = firstFailedCondition(cancelled.cancellationReasons());
        if (refused != NONE) {
          return refused;
        }
        if (tries == TRIES) {
          throw cancelled;
        }
      }
    }
  }

  private static int firstFailedCondition(List<CancellationReason> reasons) {
    for (int i = 0; i < reasons.size(); i++) {
      if ("ConditionalCheckFailed".equals(reasons.get(i).code())) {
        return i;
      }
    }
    return NONE;
  }

  /**
   * A put that is refused when an item with that key exists; {@code key} names the partition key.
   */
  public static TransactWriteItem putNew(String table, String key, Item item) {
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(table)
                .item(item.attributes())
                .conditionExpression("attribute_not_exists(#key)")
                .expressionAttributeNames(Map.of("#key", key))
                .build())
        .build();
  }

  /**
   * Sets attributes of an item that exists and whose attribute {@code guard} still has the expected
   * value; other attributes stay.
   */
  public static TransactWriteItem setIf(
      String table, Item key, Item values, String guard, String expected) {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table)
                .key(key.attributes())
                .updateExpression(setExpression(values))
                .conditionExpression("#guard = :guard")
                .expressionAttributeNames(names(values, guard))
                .expressionAttributeValues(placeholders(values, expected))
                .build())
        .build();
  }

  /** Deletes an item whose attribute {@code guard} has the expected value. */
  public static TransactWriteItem deleteIf(String table, Item key, String guard, String expected) {
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(table)
                    .key(key.attributes())
                    .conditionExpression("#guard = :guard")
                    .expressionAttributeNames(Map.of("#guard", guard))
                    .expressionAttributeValues(Map.of(":guard", AttributeValue.fromS(expected))))
        .build();
  }

  private static String setExpression(Item values) {
    return values.attributes().keySet().stream()
        .map(name -> "#" + name + " = :" + name)
        .collect(Collectors.joining(", ", "SET ", ""));
  }

  private static Map<String, String> names(Item values, String guard) {
    Map<String, String> names =
        values.attributes().keySet().stream()
            .collect(Collectors.toMap(name -> "#" + name, name -> name));
    names.put("#guard", guard);
    return names;
  }

  private static Map<String, AttributeValue> placeholders(Item values, String expected) {
    Map<String, AttributeValue> placeholders =
        values.attributes().entrySet().stream()
            .collect(Collectors.toMap(entry -> ":" + entry.getKey(), Map.Entry::getValue));
    placeholders.put(":guard", AttributeValue.fromS(expected));
    return placeholders;
  }
}
