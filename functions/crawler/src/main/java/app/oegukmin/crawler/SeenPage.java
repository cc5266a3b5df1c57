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
 * @param rows those of the list that are the board's own
 * @param known the stored articles among them, by address
 */
record SeenPage(
    Board board,
    CrawlPage page,
    BoardMemory memory,
    ListPage list,
    List<ListRow> rows,
    Map<String, Article> known) {

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
   * Whether the page behind this one may show more that is new. Pinned rows do not count: they are
   * on every page and may be old. A page without articles of this board is passed over only at the
   * first sight of the board; otherwise every run would go on to the end.
   */
  boolean goesOn() {
    List<ListRow> unmet = memory.triesSkipped(page) ? unknown() : fresh();
    boolean metKnown =
        rows.stream()
            .anyMatch(row -> !row.pinned() && row.number() < page.below() && !unmet.contains(row));
    boolean atEnd = list.rows().stream().allMatch(ListRow::pinned);
    boolean ownsNone = rows.stream().allMatch(ListRow::pinned);
    return !metKnown && !atEnd && (!ownsNone || memory.firstSight(page));
  }

  /** The page behind this one. */
  CrawlPage next() {
    return page.next(
        rows.stream()
            .filter(row -> !row.pinned())
            .mapToLong(ListRow::number)
            .min()
            .orElse(Long.MAX_VALUE));
  }
}
