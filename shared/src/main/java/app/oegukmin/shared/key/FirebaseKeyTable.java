package app.oegukmin.shared.key;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Firebase's keys in the table of {@link KeyTable}: whoever verifies ID tokens sits in a network
 * from which Google cannot be reached, so that a function outside fetches them.
 *
 * <pre>
 *   purpose "firebase"   kid "all"   body (JSON)   expires (epoch seconds)
 * </pre>
 */
public final class FirebaseKeyTable {

  private static final String PURPOSE = "firebase";
  private static final String ALL = "all";

  private record Row(String purpose, String kid, String body, Instant expires) {}

  private static final TableSchema<Row> SCHEMA =
      RecordSchema.of(Row.class)
          .partition("purpose")
          .sort("kid")
          .as("expires", new EpochSeconds())
          .build();

  private final DynamoDbTable<Row> table;

  /** The table with a physical name. */
  public FirebaseKeyTable(DynamoDbClient client, String name) {
    this.table = Dynamo.table(client, name, SCHEMA);
  }

  /** The keys of the last fetch; empty before the first. */
  public Optional<FirebaseKeys> find() {
    Key key = Key.builder().partitionValue(PURPOSE).sortValue(ALL).build();
    return Reads.find(table, key).map(row -> new FirebaseKeys(row.body(), row.expires()));
  }

  /** Replaces the keys. */
  public void put(FirebaseKeys keys) {
    table.putItem(new Row(PURPOSE, ALL, keys.json(), keys.expiresAt()));
  }
}
