package app.oegukmin.engines.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * How many writes each table has had since its engine started, so that who reads a stream need not
 * ask for records that nobody wrote. Safe for use by many threads.
 */
public final class TableWrites {

  private static final Set<String> OPERATIONS =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

  private final Map<String, Long> counts = new ConcurrentHashMap<>();

  TableWrites() {}

  /** Counts a request that the engine has taken, if it is a write; refused ones count too. */
  void add(String operation, JsonNode request) {
    if (OPERATIONS.contains(operation)) {
      TableCall.of(operation, request).stream()
          .map(TableCall::table)
          .collect(Collectors.toSet())
          .forEach(table -> counts.merge(table, 1L, Long::sum));
    }
  }

  /**
   * The number of writes to a table. It has grown when a writer gets the response.
   *
   * @param table its physical name
   */
  public long to(String table) {
    return counts.getOrDefault(table, 0L);
  }
}
