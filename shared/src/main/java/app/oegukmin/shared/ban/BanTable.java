package app.oegukmin.shared.ban;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.member.MemberKey;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The bans; what is not here is not banned.
 *
 * <pre>
 *   member (a MemberKey)   ban ("token#…", "family#…", "user", "issued")
 *   before (epoch seconds, of "issued")   expires (epoch seconds, the table's TTL)
 * </pre>
 */
public final class BanTable {

  private static final TableSchema<Ban> SCHEMA =
      RecordSchema.of(Ban.class)
          .partition("member")
          .sort("name")
          .named("name", "ban")
          .as("before", new EpochSeconds())
          .as("until", new EpochSeconds())
          .named("until", "expires")
          .build();

  // What DynamoDB takes in one transaction, less the ban itself.
  private static final int REPLACED = 99;

  private final DynamoDbClient client;
  private final DynamoDbTable<Ban> table;

  /** The table with a physical name. */
  public BanTable(DynamoDbClient client, String name) {
    this.client = client;
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

  /** Writes a ban instead of others that it replaces, all or nothing; of many others some. */
  void putInstead(Ban ban, List<Ban> others) {
    Transaction transaction = new Transaction(client).put(table, ban);
    others.stream()
        .filter(ban::replaces)
        .limit(REPLACED)
        .forEach(other -> transaction.delete(table, key(other.member(), other.name())));
    transaction.write();
  }

  /**
   * Makes a transaction depend on it that no ban covers what is issued to a member at a time: a ban
   * that is written meanwhile does, or is seen.
   */
  public Transaction demand(String uid, Instant issued, Transaction transaction) {
    return transaction.check(
        table,
        key(MemberKey.of(uid), Ban.ISSUED),
        Conditions.absentOrBelow("before", issued.getEpochSecond() + 1));
  }

  private static Key key(String member, String name) {
    return Key.builder().partitionValue(member).sortValue(name).build();
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
