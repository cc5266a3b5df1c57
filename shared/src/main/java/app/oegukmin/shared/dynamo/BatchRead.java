package app.oegukmin.shared.dynamo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetResultPage;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Consistent reads of items of several tables by one request for each 100 keys. Keys that DynamoDB
 * leaves unread are asked for again after a pause. Not safe for use by many threads.
 *
 * <pre>{@code
 * BatchRead.Found found =
 *     new BatchRead(client).get(votes, keysOfVotes).get(blocks, keysOfBlocks).read();
 * List<Vote> mine = found.in(votes);
 * }</pre>
 */
public final class BatchRead {

  // What DynamoDB takes in one request.
  private static final int MOST = 100;

  private static final Backoff UNREAD =
      Backoff.sleeping(Duration.ofMillis(50), Duration.ofMillis(500));
  private static final int TRIES = 8;

  private record Wanted(DynamoDbTable<?> table, Key key) {}

  /** What a batch has found. */
  public static final class Found {

    private final List<BatchGetResultPage> pages = new ArrayList<>();

    private Found() {}

    /** The items that exist in one of its tables, in any order. */
    public <T> List<T> in(DynamoDbTable<T> table) {
      return pages.stream().flatMap(page -> page.resultsForTable(table).stream()).toList();
    }
  }

  private final DynamoDbEnhancedClient client;
  private final Backoff backoff;
  private final List<Wanted> wanted = new ArrayList<>();

  /** A batch without keys. */
  public BatchRead(DynamoDbClient client) {
    this(client, UNREAD);
  }

  BatchRead(DynamoDbClient client, Backoff backoff) {
    this.client = Dynamo.enhanced(client);
    this.backoff = backoff;
  }

  /** Asks for the items that exist among some keys, of which none may be named twice. */
  public BatchRead get(DynamoDbTable<?> table, List<Key> keys) {
    keys.forEach(key -> wanted.add(new Wanted(table, key)));
    return this;
  }

  /**
   * Reads; without keys it asks for nothing.
   *
   * @throws IllegalStateException when DynamoDB leaves some keys unread at each try
   */
  public Found read() {
    Found found = new Found();
    for (int from = 0; from < wanted.size(); from += MOST) {
      List<Wanted> some = wanted.subList(from, Math.min(from + MOST, wanted.size()));
      read(some, found, backoff.tries(TRIES));
    }
    return found;
  }

  private void read(List<Wanted> some, Found found, Retries retries) {
    List<Wanted> open = some;
    while (true) {
      BatchGetResultPage page = page(open);
      found.pages.add(page);
      open = unread(page, open);
      if (open.isEmpty()) {
        return;
      }
      if (!retries.pause()) {
        throw new IllegalStateException(
            "DynamoDB leaves %d keys of %s unread".formatted(open.size(), names(open)));
      }
    }
  }

  // The first page alone: the library asks for what is left at once and without end.
  private BatchGetResultPage page(List<Wanted> some) {
    Map<DynamoDbTable<?>, List<Key>> keys =
        some.stream().collect(groupingBy(Wanted::table, mapping(Wanted::key, toList())));
    List<ReadBatch> batches = new ArrayList<>();
    keys.forEach((table, of) -> batches.add(batch(table, of)));
    return client.batchGetItem(request -> request.readBatches(batches)).iterator().next();
  }

  private static <T> ReadBatch batch(DynamoDbTable<T> table, List<Key> keys) {
    ReadBatch.Builder<T> batch =
        ReadBatch.builder(table.tableSchema().itemType().rawClass()).mappedTableResource(table);
    keys.forEach(key -> batch.addGetItem(get -> get.key(key).consistentRead(true)));
    return batch.build();
  }

  private static List<Wanted> unread(BatchGetResultPage page, List<Wanted> asked) {
    return tables(asked)
        .flatMap(
            table ->
                page.unprocessedKeysForTable(table).stream().map(key -> new Wanted(table, key)))
        .toList();
  }

  private static String names(List<Wanted> some) {
    return tables(some).map(DynamoDbTable::tableName).collect(Collectors.joining(", "));
  }

  private static Stream<DynamoDbTable<?>> tables(List<Wanted> some) {
    return some.stream().<DynamoDbTable<?>>map(Wanted::table).distinct();
  }
}
