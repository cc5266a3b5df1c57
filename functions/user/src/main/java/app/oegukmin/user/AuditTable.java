package app.oegukmin.user;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.member.MemberKey;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What administrators did to accounts, for a year. Members are named by their {@link MemberKey},
 * because a row outlives the account.
 *
 * <pre>
 *   administrator   event (time in UTC # random)   action ("tokens")   member
 *   expires (epoch seconds, the table's TTL)
 * </pre>
 */
final class AuditTable {

  private static final Duration KEPT = Duration.ofDays(365);

  private record Row(
      String administrator, String event, String action, String member, Instant expires) {}

  private static final TableSchema<Row> SCHEMA =
      RecordSchema.of(Row.class)
          .partition("administrator")
          .sort("event")
          .as("expires", new EpochSeconds())
          .build();

  private final DynamoDbTable<Row> table;

  AuditTable(DynamoDbClient client, String name) {
    this.table = Dynamo.table(client, name, SCHEMA);
  }

  /** Notes that an administrator takes tokens of a member's account; both by their uid. */
  void tokens(String administrator, String member, Instant now) {
    Row row =
        new Row(
            MemberKey.of(administrator),
            now + "#" + UUID.randomUUID(),
            "tokens",
            MemberKey.of(member),
            now.plus(KEPT));
    Writes.put(table, row, Conditions.absent("event"));
  }
}
