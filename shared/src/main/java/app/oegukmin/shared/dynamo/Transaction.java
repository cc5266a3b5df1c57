package app.oegukmin.shared.dynamo;

import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

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
  // Six who raced for one e-mail on a busy machine used up five.
  static final int TRIES = 12;

  // A hundred who write one item come back at some 200 tries a second. A cancelled try uses units
  // of the item, too, which has a thousand a second and two for each try.
  static final Duration FIRST_OF_CROWD = Duration.ofMillis(20);
  static final Duration LONGEST_OF_CROWD = Duration.ofSeconds(1);
  private static final Backoff CROWD = Backoff.sleeping(FIRST_OF_CROWD, LONGEST_OF_CROWD);

  // Reasons of TransactionCanceledException that say nothing about the request.
  private static final Set<String> PASSING =
      Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private final DynamoDbClient client;
  private final Backoff backoff;
  private final Backoff crowd;
  private final List<TransactWriteItem> actions = new ArrayList<>();

  /** A transaction without actions; DynamoDB takes at most 100, and one for each item. */
  public Transaction(DynamoDbClient client) {
    this(client, CONFLICTS, CROWD);
  }

  Transaction(DynamoDbClient client, Backoff backoff) {
    this(client, backoff, backoff);
  }

  private Transaction(DynamoDbClient client, Backoff backoff, Backoff crowd) {
    this.client = client;
    this.backoff = backoff;
    this.crowd = crowd;
  }

  /** Puts a whole item. */
  public <T extends Record> Transaction put(DynamoDbTable<T> table, T item) {
    return put(table, item, null);
  }

  /** Puts a whole item on a condition. */
  public <T extends Record> Transaction put(DynamoDbTable<T> table, T item, Expression condition) {
    var put =
        TransactPutItemEnhancedRequest.builder(Writes.type(item))
            .item(item)
            .conditionExpression(condition)
            .build();
    return with(request -> request.addPutItem(table, put));
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
    var update =
        TransactUpdateItemEnhancedRequest.builder(Writes.type(attributes))
            .item(attributes)
            .ignoreNullsMode(nulls)
            .conditionExpression(condition)
            .build();
    return with(request -> request.addUpdateItem(table, update));
  }

  /**
   * Adds the numbers and sets of a record to the item's on a condition, as {@link Counters} does
   * outside transactions. Without a condition on its key the item is made when it does not exist.
   */
  public <T extends Record> Transaction add(DynamoDbTable<T> table, T more, Expression condition) {
    Addition addition = Addition.of(table, more, Optional.of(condition));
    Update update =
        Update.builder()
            .tableName(table.tableName())
            .key(addition.key())
            .updateExpression(addition.update())
            .conditionExpression(addition.condition())
            .expressionAttributeNames(addition.names())
            .expressionAttributeValues(addition.values())
            .build();
    actions.add(TransactWriteItem.builder().update(update).build());
    return this;
  }

  /** Deletes an item. */
  public Transaction delete(DynamoDbTable<?> table, Key key) {
    return delete(table, key, null);
  }

  /** Deletes an item on a condition. */
  public Transaction delete(DynamoDbTable<?> table, Key key, Expression condition) {
    var delete =
        TransactDeleteItemEnhancedRequest.builder().key(key).conditionExpression(condition).build();
    return with(request -> request.addDeleteItem(table, delete));
  }

  /** Demands that an item which is not written meets a condition. */
  public Transaction check(DynamoDbTable<?> table, Key key, Expression condition) {
    return with(
        request ->
            request.addConditionCheck(
                table, check -> check.key(key).conditionExpression(condition)));
  }

  private Transaction with(Consumer<TransactWriteItemsEnhancedRequest.Builder> action) {
    var one = TransactWriteItemsEnhancedRequest.builder();
    action.accept(one);
    actions.addAll(one.build().transactWriteItems());
    return this;
  }

  /**
   * Writes all or nothing. A conflict with another transaction and throttling are tried again after
   * a pause, because they say nothing about the conditions.
   *
   * @return the position of the first action whose condition failed, empty when all was written
   * @throws BusyException when they outlast the tries
   */
  public OptionalInt write() {
    return write(backoff.tries(TRIES));
  }

  /**
   * The same for an item that many write to: the tries go on for some time.
   *
   * @param patience the time that tries and pauses may last together; the last try may end later
   * @throws BusyException when conflicts and throttling outlast it
   */
  public OptionalInt write(Duration patience, InstantSource clock) {
    return write(crowd.within(patience, clock));
  }

  private OptionalInt write(Retries retries) {
    while (true) {
      try {
        return once();
      } catch (DynamoDbException refused) {
        if (!passes(refused)) {
          throw refused;
        }
        if (!retries.pause()) {
          throw new BusyException(refused);
        }
      }
    }
  }

  private OptionalInt once() {
    try {
      client.transactWriteItems(request -> request.transactItems(actions));
      return OptionalInt.empty();
    } catch (TransactionCanceledException cancelled) {
      OptionalInt refused = firstFailedCondition(cancelled.cancellationReasons());
      if (refused.isEmpty()) {
        throw cancelled;
      }
      return refused;
    }
  }

  private static boolean passes(DynamoDbException refused) {
    return refused instanceof TransactionCanceledException cancelled
        ? cancelled.cancellationReasons().stream().allMatch(r -> PASSING.contains(r.code()))
        : refused.isThrottlingException();
  }

  private static OptionalInt firstFailedCondition(List<CancellationReason> reasons) {
    return IntStream.range(0, reasons.size())
        .filter(i -> "ConditionalCheckFailed".equals(reasons.get(i).code()))
        .findFirst();
  }
}
