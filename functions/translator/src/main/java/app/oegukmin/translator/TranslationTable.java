package app.oegukmin.translator;

import app.oegukmin.shared.dynamo.Batch;
import app.oegukmin.shared.dynamo.Item;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Translations that are paid for, and those somebody is paying for right now.
 *
 * <pre>
 *   key (partition key)   translated     or   claimedUntil (epoch milliseconds)
 * </pre>
 *
 * <p>{@link CharacterTable} keeps an item per month beside them.
 */
final class TranslationTable {

  /** What became of a claim. */
  enum Claim {
    /** Nobody has claimed it, or who did gave it back unpaid. */
    GRANTED,
    /** Who claimed it before never came back and may have paid. */
    TAKEN_OVER,
    /** It is paid, or another is paying. */
    REFUSED
  }

  private static final String KEY = "key";
  private static final String TRANSLATED = "translated";
  private static final String CLAIMED_UNTIL = "claimedUntil";

  private final DynamoDbClient client;
  private final String name;

  TranslationTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** The known ones among some translations. */
  Map<TranslationKey, String> find(Collection<TranslationKey> keys) {
    Map<TranslationKey, String> known = new HashMap<>();
    List<Item> items = keys.stream().distinct().map(TranslationTable::item).toList();
    for (Item item : Batch.get(client, name, items)) {
      item.find(TRANSLATED).ifPresent(t -> known.put(new TranslationKey(item.text(KEY)), t));
    }
    return known;
  }

  /**
   * Claims the right to pay for a translation. It is refused when the translation is there already
   * or somebody else's claim has not run out.
   */
  Claim claim(TranslationKey key, Instant now, Instant until) {
    try {
      var before =
          client.putItem(
              put ->
                  put.tableName(name)
                      .returnValues(ReturnValue.ALL_OLD)
                      .item(item(key).with(CLAIMED_UNTIL, until.toEpochMilli()).attributes())
                      .conditionExpression("attribute_not_exists(#key) OR claimedUntil < :now")
                      .expressionAttributeNames(Map.of("#key", KEY))
                      .expressionAttributeValues(Map.of(":now", milliseconds(now))));
      return before.hasAttributes() ? Claim.TAKEN_OVER : Claim.GRANTED;
    } catch (ConditionalCheckFailedException claimed) {
      return Claim.REFUSED;
    }
  }

  /** Gives a claim back that has come to nothing; the time it runs until tells it from others'. */
  void release(TranslationKey key, Instant until) {
    try {
      client.deleteItem(
          delete ->
              delete
                  .tableName(name)
                  .key(item(key).attributes())
                  .conditionExpression("claimedUntil = :until")
                  .expressionAttributeValues(Map.of(":until", milliseconds(until))));
    } catch (ConditionalCheckFailedException taken) {
      // It ran out and is somebody else's now.
    }
  }

  /** Keeps a translation for ever and ends the claim on it. */
  void store(TranslationKey key, String translation) {
    client.putItem(
        put -> put.tableName(name).item(item(key).with(TRANSLATED, translation).attributes()));
  }

  private static Item item(TranslationKey key) {
    return Item.empty().with(KEY, key.value());
  }

  private static AttributeValue milliseconds(Instant time) {
    return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
  }
}
