package app.oegukmin.user;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The sessions, one item each, changed by compare-and-set: of two writers that race, one wins and
 * the other is told.
 *
 * <pre>
 *   member   family   current, previous (hashes)   renewed (epoch milliseconds)
 *   accessUntil (epoch seconds)   verified (true or absent)   expires (epoch seconds, the table's TTL)
 * </pre>
 */
final class SessionTable {

  private static final TableSchema<Session> SCHEMA =
      RecordSchema.of(Session.class)
          .partition("member")
          .sort("family")
          .as("renewed", new EpochMillis())
          .as("accessUntil", new EpochSeconds())
          .as("expires", new EpochSeconds())
          .build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Session> table;
  private final BanTable bans;

  /** The sessions, and the table for the bans that ended sessions leave. */
  SessionTable(DynamoDbClient client, String name, BanTable bans) {
    this.client = client;
    this.table = Dynamo.table(client, name, SCHEMA);
    this.bans = bans;
  }

  /** A member's session, empty when it has ended: DynamoDB deletes expired ones days later. */
  Optional<Session> find(String member, String family, Instant now) {
    return Reads.find(table, key(member, family))
        .filter(session -> now.isBefore(session.expires()));
  }

  /**
   * Adds a session; false, and nothing is written, when its member's account is gone, or a ban of
   * what the member was issued covers it, because it was written a moment ago.
   */
  boolean add(Session session, UserTable users) {
    Transaction transaction = new Transaction(client).put(table, session);
    users.demand(session.member(), transaction);
    return bans.demand(session.member(), session.renewed(), transaction).write().isEmpty();
  }

  /**
   * Replaces a session; false, and nothing is written, when it is no longer as it was seen, or a
   * ban of what the member was issued covers it.
   */
  boolean replace(Session seen, Session session) {
    Transaction transaction =
        new Transaction(client).put(table, session, Conditions.equal("current", seen.current()));
    // A clock that is behind must not date a token before a ban.
    Instant issued = Collections.min(List.of(seen.renewed(), session.renewed()));
    return bans.demand(seen.member(), issued, transaction).write().isEmpty();
  }

  /**
   * Ends a session and bans every access token it gave out, both or neither; false, and nothing is
   * written, when it is no longer as it was seen.
   */
  boolean end(Session seen) {
    Key key = key(seen.member(), seen.family());
    Transaction transaction = new Transaction(client);
    transaction.delete(table, key, Conditions.equal("current", seen.current()));
    bans.put(Ban.family(seen.member(), seen.family(), seen.accessUntil()), transaction);
    return transaction.write().isEmpty();
  }

  private static Key key(String member, String family) {
    return Key.builder().partitionValue(member).sortValue(family).build();
  }
}
