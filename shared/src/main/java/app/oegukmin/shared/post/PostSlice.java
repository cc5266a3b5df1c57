package app.oegukmin.shared.post;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Some posts of a list, newest first, as they were read, before anything is left out for a viewer.
 *
 * @param next the cursor of those after them, empty when these were the last
 * @param cursorKnown whether their cursor is a post of the list, as one is that came with the page
 *     before; or none, for the first page. What a caller has made up is not worth caching.
 */
public record PostSlice<R>(List<R> rows, Optional<Long> next, boolean cursorKnown) {

  /** Reads the newest ids of a list below an id. */
  @FunctionalInterface
  public interface Ids {

    /** The newest ids below one, so many at most. */
    List<Long> below(long before, int limit);
  }

  /** No posts. */
  public static <R> PostSlice<R> empty() {
    return new PostSlice<>(List.of(), Optional.empty(), true);
  }

  /**
   * The slice of rows that were asked for with one more than it is to have.
   *
   * @param size how many it is to have at most
   * @param id a row's cursor
   */
  public static <R> PostSlice<R> of(List<R> rows, int size, ToLongFunction<R> id) {
    if (rows.size() <= size) {
      return new PostSlice<>(List.copyOf(rows), Optional.empty(), true);
    }
    List<R> some = List.copyOf(rows.subList(0, size));
    return new PostSlice<>(some, Optional.of(id.applyAsLong(some.getLast())), true);
  }

  /**
   * The newest ids below a cursor, by one read.
   *
   * @param before the cursor; {@link Long#MAX_VALUE} for the first page
   * @param size how many at most
   */
  public static PostSlice<Long> read(long before, int size, Ids list) {
    // The cursor's own id too, if there is one, and one more than is wanted.
    long from = before == Long.MAX_VALUE ? before : before + 1;
    List<Long> ids = list.below(from, size + 2);
    boolean known = before == Long.MAX_VALUE || ids.contains(before);
    PostSlice<Long> older =
        of(ids.stream().filter(id -> id < before).toList(), size, Long::longValue);
    return new PostSlice<>(older.rows(), older.next(), known);
  }

  /** The same place of the list with what was read by these rows. */
  public <T> PostSlice<T> with(List<T> others) {
    return new PostSlice<>(others, next, cursorKnown);
  }
}
