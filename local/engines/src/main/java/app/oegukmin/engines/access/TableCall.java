package app.oegukmin.engines.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a request does to one table. A batch is one call for each table, a transaction one for each
 * of its actions.
 *
 * @param action what IAM judges, as {@code PutItem}
 * @param table its name
 * @param items whole items and keys that the request carries
 * @param options the object that holds expressions and options
 * @param enclosing the transaction's operation
 */
record TableCall(
    String action,
    String table,
    List<JsonNode> items,
    JsonNode options,
    Optional<String> enclosing) {

  private static final List<String> ACTIONS =
      List.of("Put", "Update", "Delete", "ConditionCheck", "Get");

  /** The calls of a request; none when it names no table, as {@code ListTables}. */
  static List<TableCall> of(String operation, JsonNode request) {
    return switch (operation) {
      case "BatchGetItem", "BatchWriteItem" ->
          request.path("RequestItems").properties().stream()
              .map(table -> batch(operation, table.getKey(), table.getValue()))
              .toList();
      case "TransactGetItems", "TransactWriteItems" ->
          elements(request.path("TransactItems")).map(item -> part(operation, item)).toList();
      default ->
          request.has("TableName")
              ? List.of(single(operation, request, Optional.empty()))
              : List.of();
    };
  }

  private static TableCall batch(String operation, String table, JsonNode requests) {
    List<JsonNode> items = new ArrayList<>(elements(requests.path("Keys")).toList());
    elements(requests).forEach(write -> addItem(items, write));
    return new TableCall(operation, table, items, requests, Optional.empty());
  }

  private static void addItem(List<JsonNode> items, JsonNode write) {
    add(items, write.path("PutRequest").path("Item"));
    add(items, write.path("DeleteRequest").path("Key"));
  }

  private static TableCall part(String operation, JsonNode item) {
    String name =
        ACTIONS.stream()
            .filter(item::has)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the transaction has an unknown part"));
    return single(name + "Item", item.path(name), Optional.of(operation));
  }

  private static TableCall single(String action, JsonNode request, Optional<String> enclosing) {
    List<JsonNode> items = new ArrayList<>();
    add(items, request.path("Item"));
    add(items, request.path("Key"));
    return new TableCall(action, request.path("TableName").asText(), items, request, enclosing);
  }

  private static void add(List<JsonNode> items, JsonNode item) {
    if (!(item instanceof MissingNode)) {
      items.add(item);
    }
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return array.isArray() ? array.valueStream() : Stream.empty();
  }

  /** The index that a query or scan reads. */
  Optional<String> index() {
    return option("IndexName");
  }

  /** The text of an option. */
  Optional<String> option(String name) {
    return Optional.of(options.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /** The expressions of one or more kinds that are there. */
  Stream<Expression> expressions(String... kinds) {
    return Stream.of(kinds)
        .flatMap(kind -> option(kind).stream())
        .map(text -> new Expression(text, options.path("ExpressionAttributeNames")));
  }
}
