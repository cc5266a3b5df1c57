package app.oegukmin.engines.access;

import app.oegukmin.template.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * IAM's condition keys of a call, as AWS's "Using IAM policy conditions for fine-grained access
 * control" and the service authorization reference describe them. What they leave open is marked.
 */
record RequestContext(TableCall call, Table table) {

  private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query", "Scan");
  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem");

  Map<String, Set<String>> keys() {
    Map<String, Set<String>> keys = new HashMap<>();
    keys.put("dynamodb:Attributes", attributes());
    keys.put("dynamodb:LeadingKeys", leadingKeys());
    if (READS.contains(call.action())) {
      keys.put("dynamodb:Select", Set.of(select()));
    }
    if (WRITES.contains(call.action())) {
      keys.put("dynamodb:ReturnValues", returnValues());
    }
    call.enclosing().ifPresent(it -> keys.put("dynamodb:EnclosingOperation", Set.of(it)));
    return keys;
  }

  /** Those the request names, conditions among them, and the key's. */
  private Set<String> attributes() {
    Set<String> attributes = new LinkedHashSet<>();
    add(attributes, table.key());
    index().ifPresent(index -> add(attributes, index.key()));
    call.items().forEach(item -> item.fieldNames().forEachRemaining(attributes::add));
    call.expressions(
            "ProjectionExpression",
            "UpdateExpression",
            "ConditionExpression",
            "KeyConditionExpression",
            "FilterExpression")
        .forEach(expression -> attributes.addAll(expression.attributes()));
    return attributes;
  }

  private static void add(Set<String> attributes, Table.Key key) {
    attributes.add(key.partition());
    key.sort().ifPresent(attributes::add);
  }

  private Optional<Table.Index> index() {
    return call.index()
        .map(
            name ->
                table.indexes().stream()
                    .filter(index -> index.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no index " + name)));
  }

  /** The partition keys, a number as it was written (assumed). A scan has none. */
  private Set<String> leadingKeys() {
    String partition = index().map(Table.Index::key).orElse(table.key()).partition();
    Set<String> values = new LinkedHashSet<>();
    for (JsonNode item : call.items()) {
      values.add(text(item.path(partition)));
    }
    call.expressions("KeyConditionExpression")
        .flatMap(condition -> condition.valueOf(partition).stream())
        .forEach(value -> values.add(text(value(value))));
    if (call.action().equals("Query") && values.isEmpty()) {
      throw new IllegalArgumentException("the query names no " + partition);
    }
    return values;
  }

  private JsonNode value(String placeholder) {
    return call.options().path("ExpressionAttributeValues").path(placeholder);
  }

  /** The value in {@code {"S": "value"}}. */
  private static String text(JsonNode value) {
    return value.elements().hasNext() ? value.elements().next().asText() : "";
  }

  /** Has a value in every read; that {@code GetItem} has one too is assumed. */
  private String select() {
    String all = call.index().isPresent() ? "ALL_PROJECTED_ATTRIBUTES" : "ALL_ATTRIBUTES";
    boolean projects = call.option("ProjectionExpression").isPresent();
    return call.option("Select").orElse(projects ? "SPECIFIC_ATTRIBUTES" : all);
  }

  /**
   * Has a value in every write. What comes back of a failed condition counts: documented for
   * transactions, assumed for single writes.
   */
  private Set<String> returnValues() {
    Set<String> values = new LinkedHashSet<>();
    call.option("ReturnValues").ifPresent(values::add);
    call.option("ReturnValuesOnConditionCheckFailure").ifPresent(values::add);
    if (values.size() > 1) {
      values.remove("NONE");
    }
    return values.isEmpty() ? Set.of("NONE") : values;
  }
}
