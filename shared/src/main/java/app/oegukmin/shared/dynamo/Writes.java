package app.oegukmin.shared.dynamo;

import app.oegukmin.shared.retry.Retries;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.enhanced.dynamodb.model.UpdateItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Writes of one item. The expected refusal of a condition is a value and not an exception. A write
 * that meets a transaction on the same item is tried again after a pause, as {@link Transaction}
 * does; when conflicts outlast the tries, it throws a {@link BusyException}.
 */
public final class Writes {

  private Writes() {}

  /** Puts a whole item, whatever was there. */
  public static <T extends Record> void put(DynamoDbTable<T> table, T item) {
    holds(() -> table.putItem(item));
  }

  /** Puts a whole item; false, and nothing is written, when the condition does not hold. */
  public static <T extends Record> boolean put(
      DynamoDbTable<T> table, T item, Expression condition) {
    return holds(() -> table.putItem(put -> put.item(item).conditionExpression(condition)));
  }

  /**
   * Sets the attributes of a record and leaves all others of the item as they are, those of empty
   * Optionals too. The item is created when it does not exist.
   */
  public static <T extends Record> void set(DynamoDbTable<T> table, T attributes) {
    holds(() -> table.updateItem(update(attributes, IgnoreNullsMode.SCALAR_ONLY, null)));
  }

  /** The same on a condition; false, and nothing is written, when it does not hold. */
  public static <T extends Record> boolean set(
      DynamoDbTable<T> table, T attributes, Expression condition) {
    return holds(
        () -> table.updateItem(update(attributes, IgnoreNullsMode.SCALAR_ONLY, condition)));
  }

  /**
   * Sets the attributes of a record on a condition and removes those of empty Optionals; false, and
   * nothing is written, when the condition does not hold.
   */
  public static <T extends Record> boolean setOrRemove(
      DynamoDbTable<T> table, T attributes, Expression condition) {
    return holds(() -> table.updateItem(update(attributes, IgnoreNullsMode.DEFAULT, condition)));
  }

  /**
   * Deletes an item on a condition; false when it does not hold. The library reads the deleted item
   * into the table's record, so the record must fit every item of the table.
   */
  public static <T extends Record> boolean delete(
      DynamoDbTable<T> table, Key key, Expression condition) {
    return holds(() -> table.deleteItem(delete -> delete.key(key).conditionExpression(condition)));
  }

  // The library's default is to ask for the whole new item: a writer's policy does not let it read
  // the attributes of other writers, and the writer's record would not fit.
  private static <T extends Record> UpdateItemEnhancedRequest<T> update(
      T attributes, IgnoreNullsMode nulls, Expression condition) {
    return UpdateItemEnhancedRequest.builder(type(attributes))
        .item(attributes)
        .ignoreNullsMode(nulls)
        .conditionExpression(condition)
        .returnValues(ReturnValue.NONE)
        .build();
  }

  @SuppressWarnings("unchecked")
  static <T extends Record> Class<T> type(T item) {
    return (Class<T>) item.getClass();
  }

  private static boolean holds(Runnable write) {
    Retries retries = Transaction.CONFLICTS.tries(Transaction.TRIES);
    while (true) {
      try {
        write.run();
        return true;
      } catch (ConditionalCheckFailedException refused) {
        return false;
      } catch (TransactionConflictException conflict) {
        if (!retries.pause()) {
          throw new BusyException(conflict);
        }
      }
    }
  }
}
