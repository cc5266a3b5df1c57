package app.oegukmin.qna;

import app.oegukmin.qna.view.Views;
import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.post.Board;
import app.oegukmin.shared.post.PictureUrls;
import app.oegukmin.shared.post.PostCache;
import app.oegukmin.shared.post.PostPage;
import app.oegukmin.shared.post.Required;
import java.util.List;
import java.util.Optional;

/** Decides which questions a viewer gets. */
final class QuestionService {

  private static final int PAGE = 20;

  // As many rows again, so that a page is filled from one entry of the cache unless more than half
  // of them are of blocked members.
  private static final int SLICE = 2 * PAGE;

  private final Board board;
  private final BlockTable blocks;
  private final QuestionReader reader;
  private final PostCache<QuestionPost, QuestionPost> cache;
  private final Views views;
  private final PictureUrls urls;
  private final QuestionSearch search;

  QuestionService(
      Board board,
      BlockTable blocks,
      QuestionReader reader,
      PostCache<QuestionPost, QuestionPost> cache,
      Views views,
      PictureUrls urls,
      QuestionSearch search) {
    this.board = board;
    this.blocks = blocks;
    this.reader = reader;
    this.cache = cache;
    this.views = views;
    this.urls = urls;
    this.search = search;
  }

  /**
   * A question in full, and counts who looks at it.
   *
   * @param viewer the uid of who reads it, empty for a guest
   * @param address of who reads it
   * @throws ApiException C003 when there is none or it is hidden
   */
  QuestionView read(Optional<String> viewer, String address, long id) {
    return cache
        .post(id, () -> reader.find(id))
        .map(post -> QuestionView.of(post, viewer, urls, views.count(id, viewer, address)))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  /**
   * A page of questions, newest first, without those of whom the viewer blocks.
   *
   * @param viewer the uid of who reads it, empty for a guest
   */
  QuestionListView list(Optional<String> viewer, QuestionFilter filter) {
    long before = Required.before(filter.cursorId());
    if (filter.wantedTag().filter(tag -> !Tags.known(tag)).isPresent()) {
      return QuestionListView.EMPTY;
    }
    return filter
        .wantedWord()
        .map(word -> search.list(filter, word, before, posts -> visible(viewer, posts)))
        .orElseGet(() -> QuestionListView.of(page(viewer, filter.wantedTag(), before)));
  }

  private PostPage<QuestionPost> page(Optional<String> viewer, Optional<String> tag, long before) {
    return PostPage.fill(
        PAGE,
        PostPage.READS,
        before,
        cursor -> cache.slice(tag, cursor, () -> reader.slice(tag, cursor, SLICE)),
        posts -> visible(viewer, posts),
        QuestionPost::id);
  }

  private List<QuestionPost> visible(Optional<String> viewer, List<QuestionPost> posts) {
    return blocks.visible(board.batch(), viewer, posts, post -> post.question().author().owner());
  }
}
