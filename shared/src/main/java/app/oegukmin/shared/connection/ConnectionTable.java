package app.oegukmin.shared.connection;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Who is connected.
 *
 * <pre>
 *   member (partition key)   connection (sort key)   token   family   connectedDate   tokenExpires
 *   MemberKey                API Gateway's           ids of the sign-in   in ms       in seconds
 *
 *   expires (seconds, the table's TTL)
 * </pre>
 */
public final class ConnectionTable {

  /** How many connections a member may have. */
  public static final int MOST = 5;

  private static final TableSchema<Connection> SCHEMA =
      RecordSchema.of(Connection.class)
          .partition("member")
          .sort("id")
          .named("id", "connection")
          .as("connectedDate", new EpochMillis())
          .as("tokenExpires", new EpochSeconds())
          .as("expires", new EpochSeconds())
          .build();

  private final DynamoDbTable<Connection> table;
  private final InstantSource clock;

  /** The table with a physical name; what has expired by a clock is not there. */
  public ConnectionTable(DynamoDbClient client, String name, InstantSource clock) {
    this.table = Dynamo.table(client, name, SCHEMA);
    this.clock = clock;
  }

  /**
   * Stores a connection; false, and it is not there, when the member has {@link #MOST} already. Of
   * several that come at once too many may be refused, never too few.
   */
  public boolean add(Connection connection) {
    Writes.put(table, connection);
    // Whoever is let in has seen all that were let in before.
    boolean fits = of(connection.member()).size() <= MOST;
    if (!fits) {
      remove(connection.member(), connection.id());
    }
    return fits;
  }

  /** Removes a connection; nothing happens when there is none. */
  public void remove(String member, String id) {
    table.deleteItem(Key.builder().partitionValue(member).sortValue(id).build());
  }

  /**
   * A member's connections.
   *
   * @param member the {@link app.oegukmin.shared.member.MemberKey}
   */
  public List<Connection> of(String member) {
    Instant now = clock.instant();
    return Reads.partition(table, member).stream()
        .filter(connection -> now.isBefore(connection.expires()))
        .toList();
  }
}
