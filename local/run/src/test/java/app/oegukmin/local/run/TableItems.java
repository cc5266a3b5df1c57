package app.oegukmin.local.run;

import app.oegukmin.engines.access.TableWrites;
import app.oegukmin.template.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What lies in tables, read again only when something has been written: a scan takes long. */
final class TableItems {

  /** What was read when a table had had so many writes. */
  private record Read(long writes, Set<Map<String, AttributeValue>> items) {}

  private final DynamoDbClient dynamodb;
  private final TableWrites writes;
  private final Map<String, Read> last = new HashMap<>();

  TableItems(DynamoDbClient dynamodb, TableWrites writes) {
    this.dynamodb = dynamodb;
    this.writes = writes;
  }

  /** All items of a table. */
  Set<Map<String, AttributeValue>> of(Table table) {
    // Before it is read: what is written meanwhile counts as later.
    long now = writes.to(table.name());
    Read read = last.get(table.name());
    if (read == null || read.writes() != now) {
      read = new Read(now, scan(table));
      last.put(table.name(), read);
    }
    return read.items();
  }

  private Set<Map<String, AttributeValue>> scan(Table table) {
    return dynamodb
        .scanPaginator(request -> request.tableName(table.name()).consistentRead(true))
        .items()
        .stream()
        .collect(Collectors.toSet());
  }
}
