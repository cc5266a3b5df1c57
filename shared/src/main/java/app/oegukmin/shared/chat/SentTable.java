package app.oegukmin.shared.chat;

import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.member.MemberKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Which messages were sent under an id of the client's own, so that each is one message for a day.
 *
 * <pre>
 *   key (partition key)                       id              expires
 *   hash of the uid, "#", hash of room and    the message's   for the time to live
 *   the client's id
 * </pre>
 */
public final class SentTable {

  private static final Duration LIFETIME = Duration.ofDays(1);

  private record Sent(String key, long id, Instant expires) {}

  private static final TableSchema<Sent> SENT =
      RecordSchema.of(Sent.class).partition("key").as("expires", new EpochSeconds()).build();

  private final DynamoDbTable<Sent> table;
  private final InstantSource clock;

  /** The table with a physical name. */
  public SentTable(DynamoDbClient client, String name, InstantSource clock) {
    this.table = Dynamo.table(client, name, SENT);
    this.clock = clock;
  }

  /** The key of a client's id in a room. */
  public static String key(String uid, long room, String clientId) {
    return MemberKey.of(uid) + "#" + Newest.hash(room + "#" + clientId);
  }

  /** Notes a message, on condition that none of the last day has its client's id. */
  public void put(Transaction transaction, String key, long id) {
    Instant now = clock.instant();
    transaction.put(
        table,
        new Sent(key, id, now.plus(LIFETIME)),
        Conditions.absentOrBelow("expires", now.getEpochSecond() + 1));
  }

  /** Asks for the message of a client's id beside items of other tables. */
  public void ask(BatchRead batch, String key) {
    batch.get(table, List.of(Key.builder().partitionValue(key).build()));
  }

  /** The message that a batch has found, empty when none of the last day has the id. */
  public Optional<Long> in(BatchRead.Found found) {
    return found.in(table).stream()
        .filter(sent -> sent.expires().isAfter(clock.instant()))
        .map(Sent::id)
        .findFirst();
  }
}
