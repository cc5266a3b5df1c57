package app.oegukmin.translator;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Translations that are paid, and claims of workers that are paying for one right now.
 *
 * <pre>
 *   key (partition key)   translated     or   claimedUntil (epoch milliseconds)
 * </pre>
 *
 * <p>{@link app.oegukmin.shared.budget.MonthlyBudget} keeps an item per month beside them.
 */
final class TranslationTable {

  /** What became of a claim. */
  enum Claim {
    /** Nobody has claimed it, or the claim was returned unpaid. */
    GRANTED,
    /** The earlier claim ran out; its owner may have paid. */
    TAKEN_OVER,
    /** It is paid, or another is paying. */
    REFUSED
  }

  private record Entry(String key, Optional<String> translated, Optional<Instant> claimedUntil) {}

  private static final TableSchema<Entry> ENTRIES =
      RecordSchema.of(Entry.class).partition("key").as("claimedUntil", new EpochMillis()).build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Entry> table;

  TranslationTable(DynamoDbClient client, String name) {
    this.client = client;
    this.table = Dynamo.table(client, name, ENTRIES);
  }

  /** The known ones among some translations. */
  Map<TranslationKey, String> find(Collection<TranslationKey> keys) {
    Map<TranslationKey, String> known = new HashMap<>();
    List<Key> items = keys.stream().distinct().map(TranslationTable::key).toList();
    for (Entry entry : Reads.batch(client, table, items)) {
      entry.translated().ifPresent(t -> known.put(new TranslationKey(entry.key()), t));
    }
    return known;
  }

  /**
   * Claims the right to pay for a translation. It is refused when the translation is there already
   * or somebody else's claim has not run out.
   */
  Claim claim(TranslationKey key, Instant now, Instant until) {
    Entry claim = new Entry(key.value(), Optional.empty(), Optional.of(until));
    if (Writes.put(table, claim, Conditions.absent("key"))) {
      return Claim.GRANTED;
    }
    return Writes.put(table, claim, Conditions.below("claimedUntil", now.toEpochMilli()))
        ? Claim.TAKEN_OVER
        : Claim.REFUSED;
  }

  /** Returns a claim without a translation; the time it runs until identifies it. */
  void release(TranslationKey key, Instant until) {
    // Refused when it ran out and is somebody else's now.
    Writes.delete(table, key(key), Conditions.equal("claimedUntil", until.toEpochMilli()));
  }

  /** Keeps a translation for ever and ends the claim on it. */
  void store(TranslationKey key, String translation) {
    table.putItem(new Entry(key.value(), Optional.of(translation), Optional.empty()));
  }

  private static Key key(TranslationKey key) {
    return Key.builder().partitionValue(key.value()).build();
  }
}
