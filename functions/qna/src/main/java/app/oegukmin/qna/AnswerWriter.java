package app.oegukmin.qna;

import app.oegukmin.qna.QuestionItems.Original;
import app.oegukmin.qna.QuestionItems.Row;
import app.oegukmin.shared.audit.Deed;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.post.Author;
import app.oegukmin.shared.post.Board;
import app.oegukmin.shared.post.Editor;
import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.post.PostText;
import app.oegukmin.shared.post.Required;
import app.oegukmin.shared.post.SubmissionKey;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Writes answers, each with its text and its question's count or not at all. */
final class AnswerWriter {

  /** The app keeps a hundred flags for a question's answers; this is what one query reads. */
  static final int MOST = 500;

  // The actions of a new answer, by their place in the transaction.
  private static final int QUESTION = 1;

  private static final Backoff OVERTAKEN =
      Backoff.sleeping(Duration.ofMillis(20), Duration.ofMillis(200));

  private final Board board;
  private final QuestionTable questions;
  private final AnswerTable answers;
  private final AnswerReader reader;

  AnswerWriter(Board board, QuestionTable questions, AnswerTable answers, AnswerReader reader) {
    this.board = board;
    this.questions = questions;
    this.answers = answers;
    this.reader = reader;
  }

  /**
   * Stores a new answer; the same of one member within half a minute is one, with one response
   * (D-F5).
   *
   * @throws ApiException C001 when the text is not allowed or the question has 500 answers, C003
   *     when there is no such question or the account is gone, 503 when too many answer it at once
   */
  AnswerView create(String uid, AnswerRequest request) {
    long question = Required.id("questionId", request.questionId());
    String text = PostText.OTHER.of("context", request.context());
    SubmissionKey key =
        SubmissionKey.of(uid, PostKind.ANSWER, Stream.of(Long.toString(question), text));
    return board
        .submissions()
        .once(
            key,
            id -> AnswerView.of(store(uid, question, text, key, id), text, uid),
            id -> reader.find(question, id, uid));
  }

  // Its ordinal is compared and set: whoever is overtaken reads the question again.
  private Answer store(String uid, long question, String text, SubmissionKey key, long id) {
    Retries retries = OVERTAKEN.within(board.patience(), board.clock());
    while (true) {
      Answer answer = next(uid, question, id);
      Transaction transaction = board.transaction(uid);
      questions.countAnswer(transaction, question, answer.ordinal() - 1);
      answers.put(transaction, answer);
      board.texts().put(transaction, Answer.key(id), text);
      board.pending().store(transaction, key, id);
      OptionalInt refused = board.write(transaction);
      if (refused.isEmpty() || refused.getAsInt() != QUESTION || !retries.pause()) {
        board.requireWritten(refused);
        board.changed(PostCaches.QUESTIONS, PostCaches.answers(question));
        return answer;
      }
    }
  }

  private Answer next(String uid, long questionId, long id) {
    BatchRead batch = board.batch();
    board.members().ask(batch, uid);
    questions.ask(batch, List.of(questionId));
    BatchRead.Found found = batch.read();
    Author author = board.members().in(found).map(Author::of).orElseThrow(AnswerWriter::absent);
    Original question =
        questions.in(found).stream()
            .filter(Row::shown)
            .map(Row::original)
            .findFirst()
            .orElseThrow(AnswerWriter::absent);
    if (question.answerCount() >= MOST) {
      throw new ApiException(
          ErrorCode.INVALID_INPUT, "A question has %d answers at most".formatted(MOST));
    }
    String now = board.now();
    return new Answer(id, questionId, question.lastOrdinal() + 1, 0, author, now, now);
  }

  /**
   * Replaces the text.
   *
   * @throws ApiException C001 when it is not allowed, C003 when there is no such answer, C006 for
   *     who neither owns it nor is an administrator
   */
  void update(Editor editor, AnswerChange change) {
    long id = Required.id("id", change.id());
    String text = PostText.OTHER.of("context", change.context());
    Answer answer = answers.find(id).orElseThrow(AnswerWriter::absent);
    editor.requireMayChange(answer.author());
    Transaction transaction = board.transaction();
    answers.change(transaction, answer, board.now());
    board.texts().put(transaction, Answer.key(id), text);
    board.note(transaction, editor, answer.author(), Deed.of(Deed.Kind.UPDATE, Answer.key(id)));
    if (board.write(transaction).isPresent()) {
      throw absent();
    }
    board.changed(PostCaches.answers(answer.questionId()));
  }

  /**
   * Erases an answer at once; its votes follow from the table's stream. Erasing what is gone is a
   * success (contract §6.5).
   *
   * @throws ApiException C006 for who neither owns it nor is an administrator
   */
  void erase(Editor editor, long id) {
    answers.find(id).ifPresent(answer -> erase(editor, answer));
  }

  private void erase(Editor editor, Answer answer) {
    editor.requireMayChange(answer.author());
    Transaction transaction = board.transaction();
    answers.delete(transaction, answer);
    questions.discountAnswer(transaction, answer.questionId());
    board.texts().delete(transaction, Answer.key(answer.id()));
    Deed deed = Deed.of(Deed.Kind.ERASE, Answer.key(answer.id()));
    board.note(transaction, editor, answer.author(), deed);
    // Refused when it was erased meanwhile, or its question: then it follows.
    board.write(transaction);
    board.changed(PostCaches.QUESTIONS, PostCaches.answers(answer.questionId()));
  }

  private static ApiException absent() {
    return new ApiException(ErrorCode.NOT_FOUND);
  }
}
