package app.oegukmin.help;

import app.oegukmin.shared.post.PostPage.Slice;
import java.util.List;
import java.util.OptionalLong;

/**
 * Some articles of a list, as they are cached.
 *
 * @param next the cursor of the articles after them, null when these were the last
 * @param cursorKnown as in {@link app.oegukmin.shared.post.IdSlice}
 */
record HelpSlice(List<Help> rows, Long next, boolean cursorKnown) {

  Slice<Help> slice() {
    return new Slice<>(rows, next == null ? OptionalLong.empty() : OptionalLong.of(next));
  }

  /** Whether it is worth keeping; rows are absent when a text of the cache is damaged. */
  boolean kept() {
    return cursorKnown && rows != null;
  }
}
