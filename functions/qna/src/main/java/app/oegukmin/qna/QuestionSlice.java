package app.oegukmin.qna;

import app.oegukmin.shared.post.PostPage.Slice;
import java.util.List;
import java.util.OptionalLong;

/**
 * Some questions of a list, as they are cached.
 *
 * @param next the cursor of the questions after them, null when these were the last
 * @param cursorKnown whether its cursor is a question of the list, as one is that came with the
 *     page before; or none, for the first page. What a caller has made up is not kept.
 */
record QuestionSlice(List<QuestionPost> posts, Long next, boolean cursorKnown) {

  // In UTF-16 units. Questions of ordinary length stay far below.
  private static final int LARGEST = 300_000;

  Slice<QuestionPost> slice() {
    return new Slice<>(posts, next == null ? OptionalLong.empty() : OptionalLong.of(next));
  }

  /** Whether it is worth keeping; posts are absent when a text of the cache is damaged. */
  boolean kept() {
    return cursorKnown
        && posts != null
        && posts.stream().map(QuestionPost::text).mapToInt(String::length).sum() <= LARGEST;
  }
}
