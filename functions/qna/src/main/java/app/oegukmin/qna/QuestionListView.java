package app.oegukmin.qna;

import app.oegukmin.shared.post.PostPage;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * A page of questions as the app reads it (contract §6.4).
 *
 * @param lastCursorId null on the last page
 */
record QuestionListView(Long lastCursorId, boolean hasNext, List<Item> questionList) {

  /**
   * A question of a list; the app shows {@code context} from here, too.
   *
   * @param titleHighlights the parts of the title that a word was found in, as pairs of UTF-16
   *     offsets; absent where no word was looked for
   */
  record Item(
      long id,
      String title,
      String author,
      String context,
      String tag,
      String country,
      long answerCount,
      String createdDate,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<List<Integer>> titleHighlights) {

    private static Item of(QuestionPost post, List<List<Integer>> titleHighlights) {
      Question question = post.question();
      return new Item(
          question.id(),
          question.title(),
          question.author().author(),
          post.text(),
          question.tag(),
          question.author().country(),
          question.answerCount(),
          question.createdDate(),
          titleHighlights);
    }
  }

  /** No questions. */
  static final QuestionListView EMPTY = new QuestionListView(null, false, List.of());

  /** A page of all questions. */
  static QuestionListView of(PostPage<QuestionPost> page) {
    return of(page, post -> null);
  }

  /** A page of questions in which a word was found. */
  static QuestionListView of(
      PostPage<QuestionPost> page, Function<QuestionPost, List<List<Integer>>> highlights) {
    return new QuestionListView(
        page.next().orElse(null),
        page.next().isPresent(),
        page.rows().stream().map(post -> Item.of(post, highlights.apply(post))).toList());
  }
}
