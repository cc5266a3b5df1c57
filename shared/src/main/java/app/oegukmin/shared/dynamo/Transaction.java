package app.oegukmin.shared.dynamo;

import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactDeleteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactUpdateItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes to some tables, all or none of which are done. Its expected refusal is a value and not an
 * exception. Not safe for use by many threads.
 *
 * <pre>{@code
 * OptionalInt refused =
 *     new Transaction(client)
 *         .put(votes, vote, Conditions.absent("answer"))
 *         .set(answers, score, Conditions.present("id"))
 *         .write();
 * }</pre>
 */
public final class Transaction {

  static final Backoff CONFLICTS = Backoff.sleeping(Duration.ofMillis(20), Duration.ofMillis(200));
  static final int TRIES = 5;

  private final DynamoDbEnhancedClient client;
  private final Backoff backoff;
  private final TransactWriteItemsEnhancedRequest.Builder actions =
      TransactWriteItemsEnhancedRequest.builder();

  /** A transaction without actions; DynamoDB takes at most 100, and one for each item. */
  public Transaction(DynamoDbClient client) {
    this(client, CONFLICTS);
  }

  Transaction(DynamoDbClient client, Backoff backoff) {
    this.client = Dynamo.enhanced(client);
    this.backoff = backoff;
  }

  /** Puts a whole item. */
  public <T extends Record> Transaction put(DynamoDbTable<T> table, T item) {
    return put(table, item, null);
  }

  /** Puts a whole item on a condition. */
  public <T extends Record> Transaction put(DynamoDbTable<T> table, T item, Expression condition) {
    actions.addPutItem(
        table,
        TransactPutItemEnhancedRequest.builder(Writes.type(item))
            .item(item)
            .conditionExpression(condition)
            .build());
    return this;
  }

  /** Sets the attributes of a record on a condition and leaves all others as they are. */
  public <T extends Record> Transaction set(
      DynamoDbTable<T> table, T attributes, Expression condition) {
    return update(table, attributes, IgnoreNullsMode.SCALAR_ONLY, condition);
  }

  /** Sets the attributes of a record on a condition and removes those of empty Optionals. */
  public <T extends Record> Transaction setOrRemove(
      DynamoDbTable<T> table, T attributes, Expression condition) {
    return update(table, attributes, IgnoreNullsMode.DEFAULT, condition);
  }

  private <T extends Record> Transaction update(
      DynamoDbTable<T> table, T attributes, IgnoreNullsMode nulls, Expression condition) {
    actions.addUpdateItem(
        table,
        TransactUpdateItemEnhancedRequest.builder(Writes.type(attributes))
            .item(attributes)
            .ignoreNullsMode(nulls)
            .conditionExpression(condition)
            .build());
    return this;
  }

  /** Deletes an item. */
  public Transaction delete(DynamoDbTable<?> table, Key key) {
    return delete(table, key, null);
  }

  /** Deletes an item on a condition. */
  public Transaction delete(DynamoDbTable<?> table, Key key, Expression condition) {
    actions.addDeleteItem(
        table,
        TransactDeleteItemEnhancedRequest.builder()
            .key(key)
            .conditionExpression(condition)
            .build());
    return this;
  }

  /** Demands that an item which is not written meets a condition. */
  public Transaction check(DynamoDbTable<?> table, Key key, Expression condition) {
    actions.addConditionCheck(table, check -> check.key(key).conditionExpression(condition));
    return this;
  }

  /**
   * Writes all or nothing. A conflict with another transaction is tried again after a pause,
   * because it says nothing about the conditions.
   *
   * @return the position of the first action whose condition failed, empty when all was written
   * @throws TransactionCanceledException when conflicts outlast the tries
   */
  public OptionalInt write() {
    TransactWriteItemsEnhancedRequest request = actions.build();
    Retries retries = backoff.tries(TRIES);
    while (true) {
      try {
        client.transactWriteItems(request);
        return OptionalInt.empty();
      } catch (TransactionCanceledException cancelled) {
        OptionalInt refused = firstFailedCondition(cancelled.cancellationReasons());
        if (refused.isPresent()) {
          return refused;
        }
        if (!retries.pause()) {
          throw cancelled;
        }
      }
    }
  }

  private static OptionalInt firstFailedCondition(List<CancellationReason> reasons) {
    return IntStream.range(0, reasons.size())
        .filter(i -> "ConditionalCheckFailed".equals(reasons.get(i).code()))
        .findFirst();
  }
}
