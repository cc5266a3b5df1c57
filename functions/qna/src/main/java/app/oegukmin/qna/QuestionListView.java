package app.oegukmin.qna;

import app.oegukmin.shared.post.PostPage;
import java.util.List;

/**
 * A page of questions as the app reads it (contract §6.4).
 *
 * @param lastCursorId null on the last page
 */
record QuestionListView(Long lastCursorId, boolean hasNext, List<Item> questionList) {

  /** A question of a list; the app shows {@code context} from here, too. */
  record Item(
      long id,
      String title,
      String author,
      String context,
      String tag,
      String country,
      long answerCount,
      String createdDate) {

    private static Item of(QuestionPost post) {
      Question question = post.question();
      return new Item(
          question.id(),
          question.title(),
          question.author().author(),
          post.text(),
          question.tag(),
          question.author().country(),
          question.answerCount(),
          question.createdDate());
    }
  }

  /** No questions. */
  static final QuestionListView EMPTY = new QuestionListView(null, false, List.of());

  static QuestionListView of(PostPage<QuestionPost> page) {
    return new QuestionListView(
        page.next().orElse(null),
        page.next().isPresent(),
        page.rows().stream().map(Item::of).toList());
  }
}
