package app.oegukmin.shared.dynamo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Adds to numbers and sets of an item, whatever they are just now. Through the low-level client,
 * because the library cannot: its update writes {@code SET} and {@code REMOVE} only, takes no
 * update expression (aws-sdk-java-v2#5554), and its atomic counter adds the same number each time.
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
    TableSchema<T> schema = table.tableSchema();
    Map<String, AttributeValue> key = schema.itemToMap(more, schema.tableMetadata().primaryKeys());
    Map<String, AttributeValue> numbers = new HashMap<>(schema.itemToMap(more, true));
    numbers.keySet().removeAll(key.keySet());
    UpdateItemRequest request =
        request(addition(numbers), condition).tableName(table.tableName()).key(key).build();
    Map<String, AttributeValue> item = new HashMap<>(client.updateItem(request).attributes());
    item.putAll(key);
    return schema.mapToItem(item);
  }

  private static UpdateItemRequest.Builder request(
      Expression addition, Optional<Expression> condition) {
    Expression terms = condition.orElse(Expression.builder().build());
    return UpdateItemRequest.builder()
        .updateExpression(addition.expression())
        .conditionExpression(terms.expression())
        .expressionAttributeNames(
            Expression.joinNames(addition.expressionNames(), terms.expressionNames()))
        .expressionAttributeValues(
            Expression.joinValues(addition.expressionValues(), terms.expressionValues()))
        .returnValues(ReturnValue.UPDATED_NEW);
  }

  // Placeholders that no condition on the same attribute has.
  private static Expression addition(Map<String, AttributeValue> numbers) {
    Expression.Builder addition = Expression.builder();
    numbers.forEach(
        (name, value) ->
            addition
                .putExpressionName("#more_" + name, name)
                .putExpressionValue(":more_" + name, value));
    return addition
        .expression(
            numbers.keySet().stream()
                .map("#more_%1$s :more_%1$s"::formatted)
                .collect(Collectors.joining(", ", "ADD ", "")))
        .build();
  }
}
