package app.oegukmin.shared.post;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * A page of posts as one viewer sees it.
 *
 * @param rows newest first
 * @param next the cursor of the page after it, empty on the last page
 */
public record PostPage<R>(List<R> rows, OptionalLong next) {

  /**
   * How often rows are read for one page at most. The app stops scrolling at a page without rows;
   * three reads find some, unless one blocked member has filled the board.
   */
  public static final int READS = 3;

  /**
   * Rows of a list as they were read, before anything is left out for a viewer.
   *
   * @param next the cursor of the rows after them, empty when these were the last
   */
  public record Slice<R>(List<R> rows, OptionalLong next) {

    /**
     * The slice of rows that were asked for with one more than it is to have.
     *
     * @param size how many it is to have at most
     */
    public static <R> Slice<R> of(List<R> rows, int size, ToLongFunction<R> id) {
      if (rows.size() <= size) {
        return new Slice<>(List.copyOf(rows), OptionalLong.empty());
      }
      List<R> some = List.copyOf(rows.subList(0, size));
      return new Slice<>(some, OptionalLong.of(id.applyAsLong(some.getLast())));
    }
  }

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
      LongFunction<Slice<R>> slices,
      UnaryOperator<List<R>> visible,
      ToLongFunction<R> id) {
    List<R> found = new ArrayList<>();
    OptionalLong next = OptionalLong.of(before);
    for (int read = 0; read < reads && next.isPresent() && found.size() < size; read++) {
      Slice<R> slice = slices.apply(next.getAsLong());
      found.addAll(visible.apply(slice.rows()));
      next = slice.next();
    }
    if (found.size() <= size) {
      return new PostPage<>(List.copyOf(found), next);
    }
    List<R> page = List.copyOf(found.subList(0, size));
    return new PostPage<>(page, OptionalLong.of(id.applyAsLong(page.getLast())));
  }
}
