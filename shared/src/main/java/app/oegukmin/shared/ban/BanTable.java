package app.oegukmin.shared.ban;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.dynamo.Writes;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The bans; what is not here is not banned.
 *
 * <pre>
 *   member (a MemberKey)   ban ("token#…", "family#…", "user", "original")
 *   expires (epoch seconds, the table's TTL)
 * </pre>
 */
public final class BanTable {

  private static final TableSchema<Ban> SCHEMA =
      RecordSchema.of(Ban.class)
          .partition("member")
          .sort("name")
          .named("name", "ban")
          .as("until", new EpochSeconds())
          .named("until", "expires")
          .build();

  private final DynamoDbTable<Ban> table;

  /** The table with a physical name. */
  public BanTable(DynamoDbClient client, String name) {
    this.table = Dynamo.table(client, name, SCHEMA);
  }

  /** Writes a ban; the same again changes nothing. */
  public void put(Ban ban) {
    Writes.put(table, ban);
  }

  /** Writes a ban unless one of its name ends no earlier (F-3). */
  public void putLonger(Ban ban) {
    Writes.put(table, ban, Conditions.absentOrBelow("expires", ban.until().getEpochSecond()));
  }

  /** Writes a ban as a part of a transaction. */
  public void put(Ban ban, Transaction transaction) {
    transaction.put(table, ban);
  }

  /**
   * A member's bans that are still live: DynamoDB deletes expired ones days later.
   *
   * @param member a {@link app.oegukmin.shared.member.MemberKey}
   */
  public List<Ban> live(String member, Instant now) {
    return Reads.partition(table, member).stream().filter(ban -> ban.live(now)).toList();
  }
}
