package app.oegukmin.qna;

import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.post.Board;
import app.oegukmin.shared.post.PostPage;
import app.oegukmin.shared.post.Required;
import java.util.List;
import java.util.Optional;

/** Decides which answers a member gets. */
final class AnswerService {

  private static final int PAGE = 10;

  // As many rows again, so that one read of blocks fills a page.
  private static final int SLICE = 2 * PAGE;

  private final Board board;
  private final BlockTable blocks;
  private final AnswerReader reader;

  AnswerService(Board board, BlockTable blocks, AnswerReader reader) {
    this.board = board;
    this.blocks = blocks;
    this.reader = reader;
  }

  /**
   * A page of a question's answers, without those of whom the viewer blocks. By likes, those whose
   * likes do not change between two pages come exactly once.
   *
   * @throws app.oegukmin.shared.http.ApiException C001 for a filter that is not whole (D-Q3)
   */
  AnswerListView list(String viewer, AnswerFilter filter) {
    long question = Required.id("questionId", filter.questionId());
    long before = Required.before(filter.cursorId());
    AnswerOrder order = AnswerOrder.of(filter.sortBy());
    List<Answer> answers = reader.of(question);
    PostPage<Answer> page =
        PostPage.fill(
            PAGE,
            PostPage.READS,
            before,
            cursor -> order.below(answers, cursor, SLICE),
            rows -> visible(viewer, rows),
            order::cursor);
    List<AnswerView> views = reader.views(question, page.rows(), viewer);
    boolean gone = views.isEmpty() && !page.rows().isEmpty();
    return gone ? AnswerListView.EMPTY : AnswerListView.of(views, page.next());
  }

  private List<Answer> visible(String viewer, List<Answer> answers) {
    return blocks.visible(
        board.batch(), Optional.of(viewer), answers, answer -> answer.author().owner());
  }
}
