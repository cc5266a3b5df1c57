package app.oegukmin.faq;

import app.oegukmin.shared.faq.Faq;
import app.oegukmin.shared.post.PostPage.Slice;
import java.util.List;
import java.util.OptionalLong;

/**
 * Some entries of a list, as they are cached.
 *
 * @param next the cursor of the entries after them, null when these were the last
 * @param cursorKnown as in {@link app.oegukmin.shared.post.IdSlice}
 */
record FaqSlice(List<Faq> rows, Long next, boolean cursorKnown) {

  Slice<Faq> slice() {
    return new Slice<>(rows, next == null ? OptionalLong.empty() : OptionalLong.of(next));
  }

  /** Whether it is worth keeping; rows are absent when a text of the cache is damaged. */
  boolean kept() {
    return cursorKnown && rows != null;
  }
}
