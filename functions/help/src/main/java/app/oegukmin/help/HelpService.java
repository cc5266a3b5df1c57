package app.oegukmin.help;

import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.member.Member;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.post.Board;
import app.oegukmin.shared.post.PostCache;
import app.oegukmin.shared.post.PostPage;
import app.oegukmin.shared.post.PostSlice;
import app.oegukmin.shared.post.Required;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** Decides which help articles a viewer gets. */
final class HelpService {

  private static final int PAGE = 20;

  // As many rows again, so that a page is filled from one entry of the cache unless more than half
  // of them are not for this viewer.
  private static final int SLICE = 2 * PAGE;

  // Firebase's uids have 28 characters, public ids 36.
  private static final int LONGEST_ID = 128;

  private final Board board;
  private final HelpReader reader;
  private final BlockTable blocks;
  private final PostCache<Help, HelpPost> cache;

  HelpService(Board board, HelpReader reader, BlockTable blocks, PostCache<Help, HelpPost> cache) {
    this.board = board;
    this.reader = reader;
    this.blocks = blocks;
    this.cache = cache;
  }

  /**
   * A help article in full.
   *
   * @param viewer the uid of who reads it, empty for a guest
   * @throws ApiException C003 when there is none or it is hidden
   */
  HelpView read(Optional<String> viewer, long id) {
    return cache
        .post(id, () -> reader.find(id))
        .map(post -> HelpView.of(post, viewer))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  /** A page of help articles, newest first, without those of members whom the viewer blocks. */
  HelpListView list(Optional<String> viewer, HelpFilter filter) {
    long before = Required.before(filter.cursorId());
    LongFunction<PostSlice<Help>> slices = slices(viewer, filter);
    return HelpListView.of(
        PostPage.fill(
            PAGE,
            PostPage.READS,
            before,
            slices,
            rows -> visible(viewer, rows.stream().filter(filter::matches).toList()),
            Help::id));
  }

  private LongFunction<PostSlice<Help>> slices(Optional<String> viewer, HelpFilter filter) {
    Optional<String> whose = filter.whose();
    if (whose.isEmpty()) {
      return before -> cached(new HelpList(filter.side(), Optional.empty()), before);
    }
    if (whose.equals(viewer)) {
      return before -> cached(ownedBy(viewer.get()), before);
    }
    // Around the cache: callers can make up ids without end, and the app asks for its own alone.
    return Optional.of(whose.get())
        .filter(id -> id.length() <= LONGEST_ID)
        .flatMap(board.members()::findPublic)
        .map(Member::id)
        .map(HelpService::ownedBy)
        .<LongFunction<PostSlice<Help>>>map(list -> before -> load(list, before))
        .orElse(before -> PostSlice.empty());
  }

  private static HelpList ownedBy(String uid) {
    return new HelpList(Optional.empty(), Optional.of(MemberKey.of(uid)));
  }

  private PostSlice<Help> cached(HelpList list, long before) {
    return cache.slice(list.index(), before, () -> load(list, before));
  }

  private PostSlice<Help> load(HelpList list, long before) {
    return reader.slice(list, before, SLICE);
  }

  private List<Help> visible(Optional<String> viewer, List<Help> rows) {
    Predicate<Help> own = help -> viewer.filter(help.author()::is).isPresent();
    if (rows.stream().allMatch(own)) {
      return rows;
    }
    return blocks.visible(board.batch(), viewer, rows, help -> help.author().owner());
  }
}
