package app.oegukmin.user.signature;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The nonces of signed requests, for as long as one could be replayed. They are here and not in
 * Valkey, which may lose them.
 *
 * <pre>
 *   nonce   expires (epoch seconds, the table's TTL)
 * </pre>
 */
public final class NonceTable {

  private record Nonce(String nonce, Instant expires) {}

  private static final TableSchema<Nonce> SCHEMA =
      RecordSchema.of(Nonce.class).partition("nonce").as("expires", new EpochSeconds()).build();

  private final DynamoDbTable<Nonce> table;

  /** The table with a physical name. */
  public NonceTable(DynamoDbClient client, String name) {
    this.table = Dynamo.table(client, name, SCHEMA);
  }

  /** Stores a nonce; false when another request has used it, also when the two race. */
  public boolean add(Stamp stamp) {
    Nonce nonce = new Nonce(stamp.nonce(), stamp.forgettableAt());
    return Writes.put(table, nonce, Conditions.absent("nonce"));
  }
}
