package app.oegukmin.qna;

import app.oegukmin.shared.audit.Deed;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.post.Author;
import app.oegukmin.shared.post.Board;
import app.oegukmin.shared.post.Editor;
import app.oegukmin.shared.post.PictureUrls;
import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.post.Required;
import app.oegukmin.shared.post.SubmissionKey;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Writes questions, each with its text and its pictures or not at all, by owner or administrator.
 */
public final class QuestionWriter {

  private final Board board;
  private final QuestionTable questions;
  private final QuestionReader reader;
  private final PictureUrls urls;

  /**
   * Over the tables that the environment names; pictures have addresses below {@code MEDIA_URL}.
   */
  public static QuestionWriter of(
      Environment environment, DynamoDbClient client, Optional<Valkey> valkey, Clock clock) {
    Board board = board(environment, client, valkey, clock);
    QuestionTable questions = new QuestionTable(client, environment.require("QUESTION_TABLE"));
    PictureUrls urls = new PictureUrls(environment.require("MEDIA_URL"));
    return new QuestionWriter(board, questions, new QuestionReader(board, questions), urls);
  }

  /** What this writer shares with those of answers and of FAQ entries. */
  public static Board board(
      Environment environment, DynamoDbClient client, Optional<Valkey> valkey, Clock clock) {
    Board.Tables tables =
        new Board.Tables(
            environment.require("USER_TABLE"),
            environment.require("POST_TEXT_TABLE"),
            environment.require("SUBMISSION_TABLE"),
            environment.require("AUDIT_TABLE"));
    return Board.of(client, tables, valkey, clock);
  }

  QuestionWriter(Board board, QuestionTable questions, QuestionReader reader, PictureUrls urls) {
    this.board = board;
    this.questions = questions;
    this.reader = reader;
    this.urls = urls;
  }

  /**
   * Stores a new question; the same of one member within half a minute is one, with one response
   * (D-F5).
   *
   * @throws ApiException C001 when a text or the tag is not allowed, C003 when the account is gone,
   *     503 when the same question is still being stored
   */
  public QuestionView create(String uid, QuestionRequest request, Pictures pictures) {
    QuestionRequest content = request.checked();
    Stream<String> parts = Stream.concat(content.parts(), pictures.digests().stream());
    SubmissionKey key = SubmissionKey.of(uid, PostKind.QUESTION, parts);
    QuestionPost post =
        board
            .submissions()
            .once(key, pictures::begin, id -> store(uid, content, pictures, key, id), reader::find);
    return QuestionView.of(post, Optional.of(uid), urls, 0);
  }

  private QuestionPost store(
      String uid, QuestionRequest content, Pictures pictures, SubmissionKey key, long id) {
    Author author =
        board
            .members()
            .find(uid)
            .map(Author::of)
            .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
    String now = board.now();
    Question question =
        new Question(id, content.title(), content.tag(), author, now, now, pictures.store(id), 0);
    Transaction transaction = board.transaction(uid);
    questions.put(transaction, question);
    board.texts().put(transaction, Question.key(id), content.context());
    board.pending().store(transaction, key, id);
    pictures.confirm(transaction, id);
    board.requireWritten(board.write(transaction));
    board.changed(PostCaches.QUESTIONS);
    return new QuestionPost(question, content.context());
  }

  /**
   * Replaces title, text and tag.
   *
   * @throws ApiException C001 when one is not allowed, C003 when there is no such question, C006
   *     for who neither owns it nor is an administrator
   */
  void update(Editor editor, QuestionChange change) {
    long id = Required.id("id", change.id());
    QuestionRequest content = change.content().checked();
    Question question = find(id).orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
    editor.requireMayChange(question.author());
    Transaction transaction = board.transaction();
    questions.change(transaction, id, content.title(), content.tag(), board.now());
    board.texts().put(transaction, Question.key(id), content.context());
    board.note(transaction, editor, question.author(), Deed.of(Deed.Kind.UPDATE, Question.key(id)));
    if (board.write(transaction).isPresent()) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
    board.changed(PostCaches.QUESTIONS);
  }

  /**
   * Erases a question at once; its answers, votes and pictures follow from the table's stream.
   * Erasing what is gone is a success.
   *
   * @throws ApiException C006 for who neither owns it nor is an administrator
   */
  void erase(Editor editor, long id) {
    find(id).ifPresent(question -> erase(editor, question));
  }

  private void erase(Editor editor, Question question) {
    editor.requireMayChange(question.author());
    Transaction transaction = board.transaction();
    questions.delete(transaction, question.id());
    board.texts().delete(transaction, Question.key(question.id()));
    Deed deed = Deed.of(Deed.Kind.ERASE, Question.key(question.id()));
    board.note(transaction, editor, question.author(), deed);
    // Refused when another call has erased it meanwhile.
    board.write(transaction);
    board.changed(PostCaches.QUESTIONS, PostCaches.answers(question.id()));
  }

  private Optional<Question> find(long id) {
    return questions.find(id).map(QuestionItems.Row::question);
  }
}
