package app.oegukmin.shared.dynamo;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Consistent reads, but for those of an index: what was written before is seen. */
public final class Reads {

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

  /** All items of a partition of an index, which follows its table a little later. */
  public static <T> List<T> partition(DynamoDbIndex<T> index, String partition) {
    return partition(index, Key.builder().partitionValue(partition).build());
  }

  /** The same where the partition is a number. */
  public static <T> List<T> partition(DynamoDbIndex<T> index, long partition) {
    return partition(index, Key.builder().partitionValue(partition).build());
  }

  private static <T> List<T> partition(DynamoDbIndex<T> index, Key partition) {
    QueryConditional key = QueryConditional.keyEqualTo(partition);
    return index.query(query -> query.queryConditional(key)).stream()
        .flatMap(page -> page.items().stream())
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
   * Some items of a key's partition whose sort key is above the key's, the lowest first, by one
   * query.
   *
   * @param limit how many at most; a query ends before it after a megabyte
   */
  public static <T> List<T> above(DynamoDbTable<T> table, Key key, int limit) {
    return table
        .query(
            query ->
                query
                    .queryConditional(QueryConditional.sortGreaterThan(key))
                    .consistentRead(true)
                    .limit(limit))
        .iterator()
        .next()
        .items();
  }

  /** All items of a key's partition whose sort key is above the key's, the lowest first. */
  public static <T> List<T> above(DynamoDbTable<T> table, Key key) {
    QueryConditional above = QueryConditional.sortGreaterThan(key);
    return table.query(query -> query.queryConditional(above).consistentRead(true)).items().stream()
        .toList();
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
    return new BatchRead(client).get(table, keys).read().in(table);
  }
}
