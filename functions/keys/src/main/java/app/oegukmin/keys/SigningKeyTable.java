package app.oegukmin.keys;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.key.Key;
import app.oegukmin.shared.key.KeyTable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The writing side of the signing keys in {@link KeyTable}, with one attribute more: {@code since},
 * epoch seconds, when a key got its state.
 */
final class SigningKeyTable {

  private record Row(String purpose, String kid, String state, Optional<Instant> since) {

    static Row of(String kid, Key.State state, Instant since) {
      return new Row(KeyTable.SIGNING, kid, text(state), Optional.of(since));
    }

    SigningKey key() {
      Key.State known = Key.State.valueOf(state.toUpperCase(Locale.ROOT));
      return new SigningKey(kid, known, since.orElse(Instant.EPOCH));
    }
  }

  private record NewRow(Row row, String secret) {}

  private static final TableSchema<Row> ROWS =
      RecordSchema.of(Row.class)
          .partition("purpose")
          .sort("kid")
          .as("since", new EpochSeconds())
          .build();

  private static final TableSchema<NewRow> NEW_ROWS =
      RecordSchema.of(NewRow.class).flatten("row", ROWS).build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Row> rows;
  private final DynamoDbTable<NewRow> newRows;

  SigningKeyTable(DynamoDbClient client, String name) {
    this.client = client;
    this.rows = Dynamo.table(client, name, ROWS);
    this.newRows = Dynamo.table(client, name, NEW_ROWS);
  }

  /** All signing keys; one without {@code since} counts as there forever. */
  List<SigningKey> all() {
    return Reads.partition(rows, KeyTable.SIGNING).stream().map(Row::key).toList();
  }

  /** Adds a key; false, and nothing is written, when another run has made one with this id. */
  boolean add(SigningKey key, String secret) {
    NewRow row = new NewRow(Row.of(key.kid(), key.state(), key.since()), secret);
    return Writes.put(newRows, row, Conditions.absent("kid"));
  }

  /** Lets the next key sign instead of others, all or none; none when another run has done so. */
  boolean promote(SigningKey next, List<SigningKey> current, Instant now) {
    Transaction transaction = new Transaction(client);
    move(next, Key.State.CURRENT, now, transaction);
    current.forEach(key -> move(key, Key.State.PREVIOUS, now, transaction));
    return transaction.write().isEmpty();
  }

  private void move(SigningKey key, Key.State to, Instant now, Transaction transaction) {
    Row row = Row.of(key.kid(), to, now);
    transaction.set(rows, row, Conditions.equal("state", text(key.state())));
  }

  /** Removes a key for good. */
  void remove(SigningKey key) {
    rows.deleteItem(d -> d.key(k -> k.partitionValue(KeyTable.SIGNING).sortValue(key.kid())));
  }

  private static String text(Key.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
