package app.oegukmin.notifier;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Which phone was told of which message: queues deliver more than once.
 *
 * <pre>
 *   push (partition key)              until                            expires
 *   room-message-hash of the phone    in ms: who has it sends it       seconds, the table's TTL
 * </pre>
 */
final class PushTable {

  /** What a push is before it is sent. */
  enum Claim {
    /** The caller's to send. */
    TAKEN,
    /** Another delivery's, which is at it or has died. */
    BUSY,
    /** Sent. */
    SENT
  }

  /** Longer than the function may run: who has not come back by then has died. */
  static final Duration LEASE = Duration.ofSeconds(90);

  private static final Duration KEPT = Duration.ofDays(1);

  private record Row(String push, Instant until, Instant expires) {}

  private static final TableSchema<Row> SCHEMA =
      RecordSchema.of(Row.class)
          .partition("push")
          .as("until", new EpochMillis())
          .as("expires", new EpochSeconds())
          .build();

  private final DynamoDbTable<Row> table;
  private final InstantSource clock;

  PushTable(DynamoDbClient client, String name, InstantSource clock) {
    this.table = Dynamo.table(client, name, SCHEMA);
    this.clock = clock;
  }

  /** Takes a push on oneself, if nobody has. */
  Claim take(String push) {
    Instant now = clock.instant();
    Row row = new Row(push, now.plus(LEASE), now.plus(KEPT));
    if (Writes.put(table, row, Conditions.absentOrBelow("until", now.toEpochMilli()))) {
      return Claim.TAKEN;
    }
    boolean leased =
        Reads.find(table, key(push)).filter(it -> !it.until().isAfter(now.plus(LEASE))).isPresent();
    return leased ? Claim.BUSY : Claim.SENT;
  }

  /** Notes that a push was sent, or need not be. */
  void done(String push) {
    Instant later = clock.instant().plus(KEPT);
    Writes.put(table, new Row(push, later, later));
  }

  /** Gives a push back that was not sent. */
  void release(String push) {
    table.deleteItem(key(push));
  }

  private static Key key(String push) {
    return Key.builder().partitionValue(push).build();
  }
}
