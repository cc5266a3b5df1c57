package app.oegukmin.shared.post;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.dynamo.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What members have sent in the last half minute, so that the same sent twice becomes one post
 * (D-F5).
 *
 * <pre>
 *   key (partition key)   id       state                 begun             expires
 *   SubmissionKey         PostIds  "pending", "stored"   in milliseconds   for the time to live
 * </pre>
 */
public final class SubmissionTable {

  static final Duration WINDOW = Duration.ofSeconds(30);

  private static final String PENDING = "pending";
  private static final String STORED = "stored";

  private record Submission(String key, long id, String state, Instant begun, Instant expires) {}

  private record State(String key, String state) {}

  private static final TableSchema<Submission> SUBMISSIONS =
      RecordSchema.of(Submission.class)
          .partition("key")
          .as("begun", new EpochMillis())
          .as("expires", new EpochSeconds())
          .build();
  private static final TableSchema<State> STATES =
      RecordSchema.of(State.class).partition("key").build();

  private final DynamoDbTable<Submission> submissions;
  private final DynamoDbTable<State> states;

  /** The table with a physical name. */
  public SubmissionTable(DynamoDbClient client, String name) {
    this.submissions = Dynamo.table(client, name, SUBMISSIONS);
    this.states = Dynamo.table(client, name, STATES);
  }

  /** Reserves a key for a post, unless another one of the last half minute has it. */
  void begin(Transaction transaction, SubmissionKey key, long id, Instant now) {
    Expression free = Conditions.absentOrBelow("begun", now.minus(WINDOW).toEpochMilli());
    transaction.put(submissions, pending(key, id, now), free);
  }

  /** Reserves it for another post after the one that has it, unless that has changed. */
  void replace(Transaction transaction, SubmissionKey key, long old, long id, Instant now) {
    transaction.put(submissions, pending(key, id, now), Conditions.equal("id", old));
  }

  private static Submission pending(SubmissionKey key, long id, Instant now) {
    return new Submission(key.value(), id, PENDING, now, now.plus(WINDOW));
  }

  /** The id of the post that has a key; empty while it is not stored. */
  Optional<Long> stored(SubmissionKey key) {
    return Reads.find(submissions, item(key))
        .filter(submission -> submission.state().equals(STORED))
        .map(Submission::id);
  }

  /**
   * Marks a post as stored together with storing it, on condition that the key is still reserved
   * for it. That makes the transaction of a post that took too long fail.
   */
  public void store(Transaction transaction, SubmissionKey key, long id) {
    transaction.set(states, new State(key.value(), STORED), Conditions.equal("id", id));
  }

  /** Gives a key free whose post could not be stored. */
  void abandon(SubmissionKey key, long id) {
    Expression mine = Conditions.equal("id", id).and(Conditions.equal("state", PENDING));
    Writes.delete(submissions, item(key), mine);
  }

  private static Key item(SubmissionKey key) {
    return Key.builder().partitionValue(key.value()).build();
  }
}
