package app.oegukmin.local.run;

import app.oegukmin.template.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What lay in tables at one moment, to be put back later. */
record Snapshot(
    DynamoDbClient dynamodb,
    TableItems current,
    Map<Table, Set<Map<String, AttributeValue>>> tables) {

  static Snapshot of(DynamoDbClient dynamodb, TableItems current, List<Table> tables) {
    return new Snapshot(
        dynamodb, current, tables.stream().collect(Collectors.toMap(t -> t, current::of)));
  }

  /** Removes and writes what has changed in some of the tables since. */
  void restore(List<Table> some) {
    some.forEach(this::restore);
  }

  private void restore(Table table) {
    var wanted = tables.get(table);
    var there = current.of(table);
    var strange = new HashSet<>(there);
    strange.removeAll(wanted);
    strange.forEach(
        item -> dynamodb.deleteItem(r -> r.tableName(table.name()).key(key(table, item))));
    var missing = new HashSet<>(wanted);
    missing.removeAll(there);
    missing.forEach(item -> dynamodb.putItem(r -> r.tableName(table.name()).item(item)));
  }

  private static Map<String, AttributeValue> key(Table table, Map<String, AttributeValue> item) {
    var key = new HashMap<>(item);
    key.keySet()
        .removeIf(
            name ->
                !name.equals(table.key().partition())
                    && !table.key().sort().filter(name::equals).isPresent());
    return key;
  }

  /** The items of one table. */
  Stream<Map<String, AttributeValue>> items(String logicalId) {
    return tables.entrySet().stream()
        .filter(each -> each.getKey().logicalId().equals(logicalId))
        .flatMap(each -> each.getValue().stream());
  }

  /** How many items each table holds, by logical id. */
  Map<String, Integer> sizes() {
    return tables.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().logicalId(), e -> e.getValue().size()));
  }
}
