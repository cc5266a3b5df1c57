package app.oegukmin.shared.audit;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.member.MemberKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What administrators did, for a year. They and members are named by their {@link MemberKey},
 * because a row outlives the account.
 *
 * <pre>
 *   administrator (partition key)   event (sort key)         action     member   post         reason
 *   MemberKey                       time in UTC # random     "tokens"   MemberKey
 *                                                            "hide"              "answer#9"   "spam"
 *   expires (epoch seconds, the table's TTL)
 * </pre>
 */
public final class AuditTable {

  private static final Duration KEPT = Duration.ofDays(365);

  private record Row(
      String administrator,
      String event,
      String action,
      Optional<String> member,
      Optional<String> post,
      Optional<String> reason,
      Instant expires) {}

  private static final TableSchema<Row> SCHEMA =
      RecordSchema.of(Row.class)
          .partition("administrator")
          .sort("event")
          .as("expires", new EpochSeconds())
          .build();

  private final DynamoDbTable<Row> table;

  /** The table with a physical name. */
  public AuditTable(DynamoDbClient client, String name) {
    this.table = Dynamo.table(client, name, SCHEMA);
  }

  /** Notes that an administrator takes tokens of a member's account; both by their uid. */
  public void tokens(String administrator, String member, Instant now) {
    Row row =
        new Row(
            MemberKey.of(administrator),
            event(now),
            "tokens",
            Optional.of(MemberKey.of(member)),
            Optional.empty(),
            Optional.empty(),
            now.plus(KEPT));
    Writes.put(table, row, Conditions.absent("event"));
  }

  /** Notes what an administrator, by the uid, does to a post, together with doing it. */
  public void note(Transaction transaction, String administrator, Deed deed, Instant now) {
    Row row =
        new Row(
            MemberKey.of(administrator),
            event(now),
            deed.kind().action(),
            Optional.empty(),
            Optional.of(deed.post()),
            deed.reason(),
            now.plus(KEPT));
    transaction.put(table, row);
  }

  private static String event(Instant now) {
    return now + "#" + UUID.randomUUID();
  }
}
