package app.oegukmin.qna;

import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.post.Board;
import app.oegukmin.shared.post.PostCaches;
import java.util.OptionalInt;

/**
 * Counts likes. A vote and its count are one transaction: nobody counts twice or less than once,
 * whoever does what at the same time (D-Q8, D-Q9, D-Q12).
 */
final class LikeService {

  // The vote's place in the transaction, behind the account's.
  private static final int VOTE = 1;

  private final Board board;
  private final AnswerTable answers;
  private final VoteTable votes;

  LikeService(Board board, AnswerTable answers, VoteTable votes) {
    this.board = board;
    this.answers = answers;
    this.votes = votes;
  }

  /**
   * Likes an answer; nothing changes when the member does already.
   *
   * @throws ApiException C003 when there is no such answer (D-Q10)
   * @throws app.oegukmin.shared.dynamo.BusyException when too many do at once
   */
  void like(String uid, long answer) {
    long question = question(answer);
    Transaction transaction = board.transaction(uid);
    votes.put(transaction, uid, answer);
    answers.addLikes(transaction, question, answer, 1);
    write(transaction, question);
  }

  /** Takes a like back; nothing changes without one. It fails as {@link #like} does. */
  void unlike(String uid, long answer) {
    long question = question(answer);
    Transaction transaction = board.transaction(uid);
    votes.delete(transaction, uid, answer);
    answers.addLikes(transaction, question, answer, -1);
    write(transaction, question);
  }

  private long question(long answer) {
    return answers.question(answer).orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  private void write(Transaction transaction, long question) {
    OptionalInt refused = board.write(transaction);
    if (refused.isPresent() && refused.getAsInt() != VOTE) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
    board.changed(PostCaches.answers(question));
  }
}
