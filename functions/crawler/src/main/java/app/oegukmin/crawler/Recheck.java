package app.oegukmin.crawler;

import app.oegukmin.crawler.BoardMemory.Watched;
import app.oegukmin.crawler.Tally.Outcome;
import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.ListRow;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.notice.Article;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the daily run does with a board's first list page beside storing new articles: it reads the
 * newest known articles again to find edits, and looks for articles that the list no longer has.
 *
 * <p>An article is removed only when three runs in a row have found it neither in the list nor on
 * the site. When more than a fifth of those watched is missing at once, the list itself is probably
 * wrong (a redesign, a login page): nothing is removed and a metric counts it.
 */
final class Recheck {

  /** Counts boards whose list lacks too many articles to be trusted. */
  static final String VANISHED = "VanishedBoards";

  private static final Logger LOG = LoggerFactory.getLogger(Recheck.class);
  private static final int FIFTH = 5;
  private static final int MISSES = 3;

  private final ArticleCrawl articles;
  private final Metrics metrics;
  private final int reread;

  /**
   * A recheck.
   *
   * @param reread how many known articles of a board are read again
   */
  Recheck(ArticleCrawl articles, Metrics metrics, int reread) {
    this.articles = articles;
    this.metrics = metrics;
    this.reread = reread;
  }

  /**
   * Rechecks a board.
   *
   * @param rows of its first list page
   * @param known those among them that were known before
   * @param before what is remembered and what has been counted so far
   * @param late tells when too little time is left; what is left then waits for the next day
   */
  Progress run(
      Board board,
      List<ListRow> rows,
      Map<String, Article> known,
      Progress before,
      BooleanSupplier late)
      throws IOException {
    BoardMemory memory = before.memory();
    Map<String, Watched> watched = new HashMap<>();
    rows.forEach(row -> watched.put(row.url().toString(), new Watched(row.number(), 0)));
    Map<String, Watched> missing = missing(rows, memory.watched());
    Tally tally = before.tally();
    if (missing.size() * FIFTH > memory.watched().size()) {
      metrics.count(VANISHED, 1);
      LOG.error("{} articles vanished at once, none is removed: {}", missing.size(), board.list());
      watched.putAll(missing);
    } else {
      for (Map.Entry<String, Watched> each : missing.entrySet()) {
        tally = tally.and(look(board, each.getKey(), each.getValue(), watched));
      }
    }
    tally = tally.and(readAgain(board, rows, known, late));
    return new Progress(tally, memory.watching(watched));
  }

  private Tally readAgain(
      Board board, List<ListRow> rows, Map<String, Article> known, BooleanSupplier late)
      throws IOException {
    Tally tally = Tally.NONE;
    // Pinned rows come first, however old they are.
    List<ListRow> newest =
        rows.stream()
            .filter(row -> known.containsKey(row.url().toString()))
            .sorted(Comparator.comparingLong(ListRow::number).reversed())
            .limit(reread)
            .toList();
    for (ListRow row : newest) {
      if (late.getAsBoolean()) {
        LOG.warn("No time to read all again: {}", board.list());
        break;
      }
      Outcome outcome = articles.revise(board, row, known.get(row.url().toString())).outcome();
      // What fails today is tried again tomorrow.
      tally = tally.and(outcome.untilLater());
    }
    return tally;
  }

  // Articles older than the whole list have moved to its next page.
  private static Map<String, Watched> missing(List<ListRow> rows, Map<String, Watched> watched) {
    long oldest =
        rows.stream()
            .filter(row -> !row.pinned())
            .mapToLong(ListRow::number)
            .min()
            .orElse(Long.MIN_VALUE);
    Map<String, Watched> missing = new HashMap<>(watched);
    rows.forEach(row -> missing.remove(row.url().toString()));
    missing.values().removeIf(each -> each.number() < oldest);
    return missing;
  }

  private Outcome look(Board board, String url, Watched last, Map<String, Watched> watched)
      throws IOException {
    Article known = articles.known(List.of(url)).get(url);
    if (known == null) {
      return Outcome.KNOWN;
    }
    ListRow row = ListRow.unlisted(URI.create(url), last.number());
    Outcome outcome = articles.revise(board, row, known).outcome();
    if (outcome == Outcome.GONE) {
      int misses = last.misses() + 1;
      if (misses >= MISSES) {
        return articles.remove(known);
      }
      watched.put(url, new Watched(last.number(), misses));
    } else if (outcome == Outcome.AGAIN || outcome == Outcome.FAILED) {
      watched.put(url, last);
      return Outcome.FAILED;
    }
    return outcome;
  }
}
