package app.oegukmin.shared.post;

import app.oegukmin.shared.audit.AuditTable;
import app.oegukmin.shared.audit.Deed;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.member.MemberTable;
import app.oegukmin.shared.time.Seoul;
import app.oegukmin.shared.valkey.Generation;
import app.oegukmin.shared.valkey.Valkey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What all writers and readers of posts share.
 *
 * @param submissions makes one post of what is sent twice; {@code pending} is its table
 * @param audit what administrators do to posts of others
 * @param valkey empty where there is none
 * @param patience how long conflicts and throttling are tried again before a caller is told to come
 *     later
 */
public record Board(
    DynamoDbClient client,
    MemberTable members,
    PostTextTable texts,
    SubmissionTable pending,
    Submissions submissions,
    AuditTable audit,
    Optional<Valkey> valkey,
    Duration patience,
    Clock clock) {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final long RETRY_AFTER_SECONDS = 1;

  /** Physical names of the tables. */
  public record Tables(String users, String texts, String submissions, String audit) {}

  /** A board over some tables, with three seconds of patience. */
  public static Board of(
      DynamoDbClient client, Tables tables, Optional<Valkey> valkey, Clock clock) {
    SubmissionTable pending = new SubmissionTable(client, tables.submissions());
    PostIds ids = new PostIds(clock, new SecureRandom());
    return new Board(
        client,
        new MemberTable(client, tables.users()),
        new PostTextTable(client, tables.texts()),
        pending,
        new Submissions(pending, () -> new Transaction(client), ids, clock),
        new AuditTable(client, tables.audit()),
        valkey,
        PATIENCE,
        clock);
  }

  /** A batch without keys. */
  public BatchRead batch() {
    return new BatchRead(client);
  }

  /** A transaction without actions. */
  public Transaction transaction() {
    return new Transaction(client);
  }

  /** A transaction whose first action demands that a member's account is there. */
  public Transaction transaction(String uid) {
    Transaction transaction = transaction();
    members.demand(transaction, uid);
    return transaction;
  }

  /**
   * Writes, and tries again what conflicts or is throttled while there is patience.
   *
   * @return the position of the first action whose condition failed, empty when all was written
   */
  public OptionalInt write(Transaction transaction) {
    return transaction.write(patience, clock);
  }

  /**
   * Demands that {@link #transaction(String)} was written.
   *
   * @throws ApiException C003 when the account is gone; 503 when the post's id or its submission
   *     was taken by another one, which another try cures
   */
  public void requireWritten(OptionalInt refused) {
    if (refused.isPresent()) {
      throw refused.getAsInt() == 0
          ? new ApiException(ErrorCode.NOT_FOUND)
          : new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS);
    }
  }

  /** Notes together with a change that an administrator does it to another's post. */
  public void note(Transaction transaction, Editor editor, Author author, Deed deed) {
    if (editor.overrules(author)) {
      audit.note(transaction, editor.uid(), deed, clock.instant());
    }
  }

  /**
   * Makes what is cached unreachable. Without Valkey nothing is read from there either, and the
   * indexer does the same again from the stream.
   */
  public void changed(String... caches) {
    valkey.ifPresent(server -> Generation.raise(server, caches));
  }

  /** This moment, as posts bear it. */
  public String now() {
    return Seoul.dateTime(clock.instant());
  }
}
