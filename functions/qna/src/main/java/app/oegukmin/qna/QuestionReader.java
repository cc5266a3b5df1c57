package app.oegukmin.qna;

import app.oegukmin.qna.QuestionItems.Row;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.post.Board;
import app.oegukmin.shared.post.PostSlice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads questions with their texts. Those that are hidden are not there. */
final class QuestionReader {

  private final Board board;
  private final QuestionTable questions;

  QuestionReader(Board board, QuestionTable questions) {
    this.board = board;
    this.questions = questions;
  }

  /** A question, by one round trip. */
  Optional<QuestionPost> find(long id) {
    return read(List.of(id)).stream().findFirst();
  }

  /**
   * The newest questions below a cursor, by two round trips. Whichever way their ids were found,
   * the questions are read as they are now.
   *
   * @param size how many at most; 50 fit into one batch with their texts
   */
  PostSlice<QuestionPost> slice(Optional<String> tag, long before, int size) {
    PostSlice<Long> ids = PostSlice.read(before, size, (from, limit) -> ids(tag, from, limit));
    return ids.with(read(ids.rows()));
  }

  /** Some questions, newest first, as they are now. */
  List<QuestionPost> posts(List<Long> ids) {
    return read(ids);
  }

  private List<Long> ids(Optional<String> tag, long before, int limit) {
    return tag.map(wanted -> questions.below(wanted, before, limit))
        .orElseGet(() -> questions.below(before, limit));
  }

  private List<QuestionPost> read(List<Long> ids) {
    BatchRead batch = board.batch();
    questions.ask(batch, ids);
    board.texts().ask(batch, ids.stream().map(Question::key).toList());
    BatchRead.Found found = batch.read();
    Map<String, String> bodies = board.texts().in(found);
    return questions.in(found).stream()
        .filter(Row::shown)
        .map(Row::question)
        .flatMap(question -> post(question, bodies).stream())
        .toList();
  }

  // Between the reads of row and text it may have been erased.
  private static Optional<QuestionPost> post(Question question, Map<String, String> texts) {
    return Optional.ofNullable(texts.get(Question.key(question.id())))
        .map(text -> new QuestionPost(question, text));
  }
}
