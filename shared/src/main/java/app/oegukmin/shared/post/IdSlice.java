package app.oegukmin.shared.post;

import java.util.List;

/**
 * The ids of some posts of a list, newest first.
 *
 * @param next the cursor of the ids after them, null when these were the last
 * @param cursorKnown whether their cursor is a post of the list, as one is that came with the page
 *     before; or none, for the first page. What a caller has made up is not worth caching.
 */
public record IdSlice(List<Long> ids, Long next, boolean cursorKnown) {

  /** Reads the newest ids of a list below an id. */
  @FunctionalInterface
  public interface Ids {

    /** The newest ids below one, so many at most. */
    List<Long> below(long before, int limit);
  }

  /**
   * The newest ids below a cursor, by one read.
   *
   * @param before the cursor; {@link Long#MAX_VALUE} for the first page
   * @param size how many at most
   */
  public static IdSlice read(long before, int size, Ids list) {
    // The cursor's own id too, if there is one, and one more than is wanted.
    long from = before == Long.MAX_VALUE ? before : before + 1;
    List<Long> ids = list.below(from, size + 2);
    boolean known = before == Long.MAX_VALUE || ids.contains(before);
    List<Long> older = ids.stream().filter(id -> id < before).toList();
    List<Long> some = older.subList(0, Math.min(older.size(), size));
    return new IdSlice(some, some.size() < older.size() ? some.getLast() : null, known);
  }
}
