package app.oegukmin.crawler;

import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.ListPage;
import app.oegukmin.crawler.site.ListRow;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.work.CrawlPage;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A list page and what was known when it was read.
 *
 * @param memory what was remembered of the board
 * @param gap what runs before have left unread
 * @param rows those of the list that are the board's own and have not moved away
 * @param known the stored articles among all of the list's, by address
 * @param elsewhere by their address in this list, articles that are stored under another one
 */
record SeenPage(
    Board board,
    CrawlPage page,
    BoardMemory memory,
    Gap gap,
    ListPage list,
    List<ListRow> rows,
    Map<String, Article> known,
    Map<String, Article> elsewhere) {

  /** The rows of articles that are not stored. */
  List<ListRow> unknown() {
    return rows.stream().filter(row -> !known.containsKey(row.address())).toList();
  }

  /** The rows of articles that no run has tried. */
  List<ListRow> fresh() {
    return unknown().stream().filter(row -> !memory.skipped().containsKey(row.address())).toList();
  }

  /** What runs before could not read, the newest first; the list may no longer show it. */
  List<ListRow> skipped() {
    Map<String, ListRow> listed =
        unknown().stream().collect(Collectors.toMap(ListRow::address, row -> row));
    return memory.skipped().entrySet().stream()
        .map(
            each ->
                listed.getOrDefault(
                    each.getKey(),
                    ListRow.unlisted(URI.create(each.getKey()), each.getValue().number())))
        .sorted(Comparator.comparingLong(ListRow::number).reversed())
        .toList();
  }

  /**
   * Whether the page behind this one may show more that is new: nothing was met that a run before
   * has met. Pinned rows do not count: they are on every page and may be old. At the first sight of
   * a board only its own articles count; later those of other boards do, too, or a page full of
   * these would hide what is behind it (F-26). A run that fills a gap goes on until it is behind
   * that, and finds nothing new (F-63).
   */
  boolean goesOn() {
    List<ListRow> counted = firstSight() ? rows : list.rows();
    boolean met =
        counted.stream().filter(this::isOlder).filter(this::isBehindGap).anyMatch(this::isMet);
    return !atEnd() && (!met || (fillsGap() && !fresh().isEmpty()));
  }

  /** Whether the run reads what runs before have left unread. */
  boolean fillsGap() {
    return gap.isWalkedBy(page);
  }

  /** Whether the board is read for the first time, and only so many pages of it. */
  boolean firstSight() {
    return memory.firstSight(page) || gap.first();
  }

  // Page 2 may repeat page 1, if that is a feed. A site that ignores the page's number repeats on.
  private boolean atEnd() {
    return list.rows().stream().allMatch(ListRow::pinned)
        || (page.page() > 2 && list.rows().stream().noneMatch(this::isOlder));
  }

  // Than what the run itself has met.
  private boolean isOlder(ListRow row) {
    return !row.pinned() && row.number() < page.below();
  }

  private boolean isBehindGap(ListRow row) {
    return !fillsGap() || row.number() < gap.until();
  }

  private boolean isMet(ListRow row) {
    boolean left = memory.skipped().containsKey(row.address()) && !memory.triesSkipped(page);
    return left || known.containsKey(row.address());
  }

  /** The page behind this one. */
  CrawlPage next() {
    return page.next(list.oldest().orElse(Long.MAX_VALUE));
  }
}
