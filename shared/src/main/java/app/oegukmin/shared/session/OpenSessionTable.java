package app.oegukmin.shared.session;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What is needed of sessions to end them. Only the user function begins and renews sessions and
 * defines their items. Safe for use by many threads.
 */
public final class OpenSessionTable {

  private static final TableSchema<OpenSession> SCHEMA =
      RecordSchema.of(OpenSession.class)
          .partition("member")
          .sort("family")
          .as("accessUntil", new EpochSeconds())
          .build();

  private final DynamoDbClient client;
  private final DynamoDbTable<OpenSession> table;
  private final BanTable bans;

  /** The table with a physical name, and the table for the bans of ended sessions. */
  public OpenSessionTable(DynamoDbClient client, String name, BanTable bans) {
    this.client = client;
    this.table = Dynamo.table(client, name, SCHEMA);
    this.bans = bans;
  }

  /** A member's sessions, expired ones included: DynamoDB deletes those days later. */
  public List<OpenSession> of(String member) {
    return Reads.partition(table, member);
  }

  /**
   * Ends a session and bans every access token it gave out, both or neither; false, and nothing is
   * written, when it is no longer as it was seen.
   */
  public boolean end(OpenSession seen) {
    Key key = Key.builder().partitionValue(seen.member()).sortValue(seen.family()).build();
    Transaction transaction = new Transaction(client);
    transaction.delete(table, key, Conditions.equal("current", seen.current()));
    bans.put(Ban.family(seen.member(), seen.family(), seen.accessUntil()), transaction);
    return transaction.write().isEmpty();
  }
}
