package app.oegukmin.shared.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * A page of posts as one viewer sees it.
 *
 * @param rows newest first
 * @param next the cursor of the page after it, empty on the last page
 */
public record PostPage<R>(List<R> rows, Optional<Long> next) {

  /**
   * How often rows are read for one page at most. The app stops scrolling at a page without rows;
   * three reads find some, unless one blocked member has filled the board.
   */
  public static final int READS = 3;

  /**
   * Fills a page with what a viewer may see; what is left out is filled from the next rows.
   *
   * @param size how many rows the page has at most
   * @param reads how many slices are read at most; the page may have less rows then
   * @param before the cursor of the page; {@link Long#MAX_VALUE} for the first
   * @param slices reads the rows below a cursor
   * @param visible leaves out what the viewer may not see
   */
  public static <R> PostPage<R> fill(
      int size,
      int reads,
      long before,
      LongFunction<PostSlice<R>> slices,
      UnaryOperator<List<R>> visible,
      ToLongFunction<R> id) {
    List<R> found = new ArrayList<>();
    Optional<Long> next = Optional.of(before);
    for (int read = 0; read < reads && next.isPresent() && found.size() < size; read++) {
      PostSlice<R> slice = slices.apply(next.get());
      found.addAll(visible.apply(slice.rows()));
      next = slice.next();
    }
    if (found.size() <= size) {
      return new PostPage<>(List.copyOf(found), next);
    }
    List<R> page = List.copyOf(found.subList(0, size));
    return new PostPage<>(page, Optional.of(id.applyAsLong(page.getLast())));
  }
}
