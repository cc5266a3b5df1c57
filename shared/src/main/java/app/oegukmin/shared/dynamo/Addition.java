package app.oegukmin.shared.dynamo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What adds the numbers and sets of a record to an item. The library cannot: its update writes
 * {@code SET} and {@code REMOVE} only, takes no update expression (aws-sdk-java-v2#5554), and its
 * atomic counter adds the same number each time.
 *
 * @param key the item's
 * @param update the update expression
 * @param condition the condition expression, null without a condition
 * @param names what the placeholders of both stand for
 * @param values the values of both
 */
record Addition(
    Map<String, AttributeValue> key,
    String update,
    String condition,
    Map<String, String> names,
    Map<String, AttributeValue> values) {

  static <T extends Record> Addition of(
      DynamoDbTable<T> table, T more, Optional<Expression> condition) {
    TableSchema<T> schema = table.tableSchema();
    Map<String, AttributeValue> key = schema.itemToMap(more, schema.tableMetadata().primaryKeys());
    Map<String, AttributeValue> numbers = new HashMap<>(schema.itemToMap(more, true));
    numbers.keySet().removeAll(key.keySet());
    Expression addition = addition(numbers);
    Expression terms = condition.orElse(Expression.builder().build());
    return new Addition(
        key,
        addition.expression(),
        terms.expression(),
        Expression.joinNames(addition.expressionNames(), terms.expressionNames()),
        Expression.joinValues(addition.expressionValues(), terms.expressionValues()));
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
