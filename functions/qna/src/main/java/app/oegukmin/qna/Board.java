package app.oegukmin.qna;

import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.member.MemberTable;
import app.oegukmin.shared.post.PostIds;
import app.oegukmin.shared.post.PostTextTable;
import app.oegukmin.shared.post.SubmissionTable;
import app.oegukmin.shared.post.Submissions;
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
 * What all writes of the question board share.
 *
 * @param submissions makes one post of what is sent twice; {@code pending} is its table
 * @param valkey empty where there is none
 */
record Board(
    DynamoDbClient client,
    MemberTable members,
    PostTextTable texts,
    SubmissionTable pending,
    Submissions submissions,
    Optional<Valkey> valkey,
    Clock clock) {

  /** How long conflicts and throttling are tried again before a caller is told to come later. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final long RETRY_AFTER_SECONDS = 1;

  /** Over the tables that the environment names. */
  static Board of(
      Environment environment, DynamoDbClient client, Optional<Valkey> valkey, Clock clock) {
    SubmissionTable pending = new SubmissionTable(client, environment.require("SUBMISSION_TABLE"));
    return new Board(
        client,
        new MemberTable(client, environment.require("USER_TABLE")),
        new PostTextTable(client, environment.require("POST_TEXT_TABLE")),
        pending,
        new Submissions(pending, new PostIds(clock, new SecureRandom()), clock),
        valkey,
        clock);
  }

  BatchRead batch() {
    return new BatchRead(client);
  }

  Transaction transaction() {
    return new Transaction(client);
  }

  /** A transaction whose first action demands that a member's account is there. */
  Transaction transaction(String uid) {
    Transaction transaction = transaction();
    members.demand(transaction, uid);
    return transaction;
  }

  /** Writes, and tries again for three seconds what conflicts or is throttled. */
  OptionalInt write(Transaction transaction) {
    return transaction.write(PATIENCE, clock);
  }

  /**
   * Demands that {@link #transaction(String)} was written.
   *
   * @throws ApiException C003 when the account is gone; 503 when the post's id or its submission
   *     was taken by another one, which another try cures
   */
  void requireWritten(OptionalInt refused) {
    if (refused.isPresent()) {
      throw refused.getAsInt() == 0
          ? new ApiException(ErrorCode.NOT_FOUND)
          : new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS);
    }
  }

  /**
   * Makes what is cached unreachable. Without Valkey nothing is read from there either, and the
   * indexer does the same again from the stream.
   */
  void changed(String... caches) {
    valkey.ifPresent(server -> Generation.raise(server, caches));
  }

  /** This moment, as posts bear it. */
  String now() {
    return Seoul.dateTime(clock.instant());
  }
}
