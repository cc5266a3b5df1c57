package app.oegukmin.qna;

import app.oegukmin.shared.post.PostPage;
import java.util.List;

/** Decides which answers a member gets. */
final class AnswerService {

  private static final int PAGE = 10;

  private final AnswerReader reader;

  AnswerService(AnswerReader reader) {
    this.reader = reader;
  }

  /**
   * A page of a question's answers. By likes, those whose likes do not change between two pages
   * come exactly once.
   *
   * @throws app.oegukmin.shared.http.ApiException C001 for a filter that is not whole (D-Q3)
   */
  AnswerListView list(String viewer, AnswerFilter filter) {
    long question = Ids.require("questionId", filter.questionId());
    long before = Ids.before(filter.cursorId());
    AnswerOrder order = AnswerOrder.of(filter.sortBy());
    List<Answer> answers = reader.of(question);
    PostPage<Answer> page =
        PostPage.fill(
            PAGE,
            PostPage.READS,
            before,
            cursor -> order.below(answers, cursor, PAGE),
            rows -> rows,
            order::cursor);
    return new AnswerListView(
        page.next().isPresent() ? page.next().getAsLong() : null,
        page.next().isPresent(),
        reader.views(page.rows(), viewer));
  }
}
