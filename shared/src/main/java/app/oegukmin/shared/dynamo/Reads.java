package app.oegukmin.shared.dynamo;

import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetResultPage;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Consistent reads, but for those of an index: what was written before is seen. */
public final class Reads {

  // What DynamoDB takes in one request.
  private static final int MOST = 100;

  private static final Backoff UNREAD =
      Backoff.sleeping(Duration.ofMillis(50), Duration.ofMillis(500));
  private static final int TRIES = 8;

  private Reads() {}

  /** The item with a key, empty when there is none. */
  public static <T> Optional<T> find(DynamoDbTable<T> table, Key key) {
    return Optional.ofNullable(table.getItem(get -> get.key(key).consistentRead(true)));
  }

  /** All items of a partition in the order of their sort key. */
  public static <T> List<T> partition(DynamoDbTable<T> table, String partition) {
    QueryConditional key = QueryConditional.keyEqualTo(k -> k.partitionValue(partition));
    return table.query(query -> query.queryConditional(key).consistentRead(true)).items().stream()
        .toList();
  }

  /**
   * Some items of a partition in the order of their sort key, by one query.
   *
   * @param limit how many at most; a query ends before it after a megabyte
   */
  public static <T> List<T> some(DynamoDbTable<T> table, String partition, int limit) {
    QueryConditional key = QueryConditional.keyEqualTo(k -> k.partitionValue(partition));
    return table
        .query(query -> query.queryConditional(key).consistentRead(true).limit(limit))
        .iterator()
        .next()
        .items();
  }

  /**
   * Some items of a key's partition whose sort key is below the key's, the highest first, by one
   * query.
   *
   * @param limit how many at most; a query ends before it after a megabyte
   */
  public static <T> List<T> below(DynamoDbTable<T> table, Key key, int limit) {
    return table
        .query(
            query ->
                query
                    .queryConditional(QueryConditional.sortLessThan(key))
                    .scanIndexForward(false)
                    .consistentRead(true)
                    .limit(limit))
        .iterator()
        .next()
        .items();
  }

  /**
   * Some items of an index whose sort key is between those of two keys of one partition, both
   * included, the highest first, by one query. An index follows its table a little later.
   *
   * @param limit how many at most
   */
  public static <T> List<T> between(DynamoDbIndex<T> index, Key from, Key to, int limit) {
    return index
        .query(
            query ->
                query
                    .queryConditional(QueryConditional.sortBetween(from, to))
                    .scanIndexForward(false)
                    .limit(limit))
        .iterator()
        .next()
        .items();
  }

  /**
   * The items that exist among some keys, of which none may be named twice, in any order. Keys that
   * DynamoDB leaves unread are asked for again after a pause.
   *
   * @throws IllegalStateException when it leaves some unread at each try
   */
  public static <T extends Record> List<T> batch(
      DynamoDbClient client, DynamoDbTable<T> table, List<Key> keys) {
    return batch(client, table, keys, UNREAD);
  }

  static <T extends Record> List<T> batch(
      DynamoDbClient client, DynamoDbTable<T> table, List<Key> keys, Backoff backoff) {
    DynamoDbEnhancedClient enhanced = Dynamo.enhanced(client);
    List<T> found = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += MOST) {
      List<Key> some = keys.subList(from, Math.min(from + MOST, keys.size()));
      found.addAll(all(enhanced, table, some, backoff.tries(TRIES)));
    }
    return found;
  }

  private static <T> List<T> all(
      DynamoDbEnhancedClient client, DynamoDbTable<T> table, List<Key> keys, Retries retries) {
    List<T> found = new ArrayList<>();
    List<Key> open = keys;
    while (true) {
      BatchGetResultPage page = page(client, table, open);
      found.addAll(page.resultsForTable(table));
      open = page.unprocessedKeysForTable(table);
      if (open.isEmpty()) {
        return found;
      }
      if (!retries.pause()) {
        throw new IllegalStateException(
            "DynamoDB leaves %d keys of %s unread".formatted(open.size(), table.tableName()));
      }
    }
  }

  // The first page alone: the library asks for what is left at once and without end.
  private static <T> BatchGetResultPage page(
      DynamoDbEnhancedClient client, DynamoDbTable<T> table, List<Key> keys) {
    ReadBatch.Builder<T> batch =
        ReadBatch.builder(table.tableSchema().itemType().rawClass()).mappedTableResource(table);
    keys.forEach(key -> batch.addGetItem(get -> get.key(key).consistentRead(true)));
    return client.batchGetItem(request -> request.readBatches(batch.build())).iterator().next();
  }
}
