package app.oegukmin.testkit;

import app.oegukmin.engines.access.TableWrites;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Which tables may hold items: those written to by a client of this JVM, or through the front,
 * since they were last emptied. To ask DynamoDB Local takes long, and most tests write to few.
 */
final class Written {

  /** Marks the requests that empty a table. */
  static final ExecutionAttribute<Boolean> REMOVAL = new ExecutionAttribute<>("Removal");

  private static final Set<String> BY_CLIENTS = ConcurrentHashMap.newKeySet();

  private final Optional<TableWrites> front;
  private final Map<String, Long> counts = new HashMap<>();

  /**
   * No table has been written to so far.
   *
   * @param front counts what clients of other class loaders write; empty where nothing does, and
   *     each table may hold items
   */
  Written(Optional<TableWrites> front) {
    this.front = front;
  }

  /** Notes what a request of this JVM writes to, before it and after it. */
  static void note(SdkRequest request) {
    tables(request).forEach(BY_CLIENTS::add);
  }

  private static Stream<String> tables(SdkRequest request) {
    return switch (request) {
      case PutItemRequest put -> Stream.of(put.tableName());
      case UpdateItemRequest update -> Stream.of(update.tableName());
      case BatchWriteItemRequest batch -> batch.requestItems().keySet().stream();
      case TransactWriteItemsRequest all -> all.transactItems().stream().flatMap(Written::table);
      default -> Stream.empty();
    };
  }

  private static Stream<String> table(TransactWriteItem item) {
    return Stream.of(
            Optional.ofNullable(item.put()).map(Put::tableName),
            Optional.ofNullable(item.update()).map(Update::tableName))
        .flatMap(Optional::stream);
  }

  /** Whether it may; a table of no writes has none. */
  boolean mayHoldItems(String table) {
    return front.isEmpty()
        || BY_CLIENTS.contains(table)
        || front.get().to(table) != counts.getOrDefault(table, 0L);
  }

  /** From now on only later writes count: the table is about to be emptied. */
  void forget(String table) {
    BY_CLIENTS.remove(table);
    front.ifPresent(writes -> counts.put(table, writes.to(table)));
  }
}
