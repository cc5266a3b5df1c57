package app.oegukmin.shared.key;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The secrets of the API, in a table that only the functions in need of them may read. They are
 * here and not in a parameter store, because those functions run in a VPC from which only DynamoDB
 * and S3 can be reached.
 *
 * <pre>
 *   purpose ("signing", "hmac", "legacy")   kid   secret (Base64)   state ("next", "current", "previous")
 * </pre>
 *
 * <p>Firebase's keys, which are public, lie here too: {@link FirebaseKeyTable}.
 */
public final class KeyTable {

  /** Purpose of the keys that sign tokens. */
  public static final String SIGNING = "signing";

  /** Purpose of the secret that is compiled into the app (contract §4.2). */
  public static final String HMAC = "hmac";

  /** Purpose of the secret of the original backend's tokens (contract §4.3). */
  public static final String LEGACY = "legacy";

  /** The kid of a secret that the operator stores and that is not rotated. */
  public static final String APP = "app";

  private record Row(String purpose, String kid, String secret, String state) {

    static Row of(String purpose, Key key) {
      String state = key.state().name().toLowerCase(Locale.ROOT);
      return new Row(purpose, key.kid(), key.encoded(), state);
    }

    Key key() {
      return new Key(kid, Key.State.valueOf(state.toUpperCase(Locale.ROOT)), secret);
    }
  }

  private static final TableSchema<Row> SCHEMA =
      RecordSchema.of(Row.class).partition("purpose").sort("kid").build();

  private final DynamoDbTable<Row> table;

  /** The table with a physical name. */
  public KeyTable(DynamoDbClient client, String name) {
    this.table = Dynamo.table(client, name, SCHEMA);
  }

  /** All keys of a purpose, by one consistent query. */
  public List<Key> keys(String purpose) {
    return Reads.partition(table, purpose).stream().map(Row::key).toList();
  }

  /** Stores a key, as the operator does; replaces one with its id. */
  public void put(String purpose, Key key) {
    Writes.put(table, Row.of(purpose, key));
  }
}
