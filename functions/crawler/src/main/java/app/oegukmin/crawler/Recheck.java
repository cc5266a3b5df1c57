package app.oegukmin.crawler;

import app.oegukmin.crawler.BoardMemory.Watched;
import app.oegukmin.crawler.Tally.Outcome;
import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.ListRow;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.metric.Trouble;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.notice.NoticeId;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
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
 * wrong (a redesign, a login page): nothing is removed and a metric counts it. A fifth of fewer
 * than five is less than one, so there the articles that are still there speak for the site (F-27).
 * Nor is anything removed while the board is broken ({@link NewArticles}).
 */
final class Recheck {

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
   * Reads the newest known articles of a board again.
   *
   * @param seen its first list page
   * @param late tells when too little time is left; what is left then waits for the next day
   */
  List<Outcome> readAgain(SeenPage seen, BooleanSupplier late) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    // Pinned rows come first, however old they are.
    List<ListRow> newest =
        seen.rows().stream()
            .filter(row -> seen.known().containsKey(row.address()))
            .sorted(Comparator.comparingLong(ListRow::number).reversed())
            .limit(reread)
            .toList();
    for (ListRow row : newest) {
      if (late.getAsBoolean()) {
        LOG.warn("No time to read all again: {}", seen.board().list());
        break;
      }
      Article known = seen.known().get(row.address());
      // What fails today is tried again tomorrow.
      outcomes.add(articles.revise(seen.board(), row, known).outcome().untilLater());
    }
    return outcomes;
  }

  /**
   * Looks for articles that the list no longer has.
   *
   * @param seen the board's first list page
   * @param before what is remembered and what has been counted so far
   * @param readAgain what became of the known articles that were read again
   */
  Progress run(SeenPage seen, Progress before, List<Outcome> readAgain) throws IOException {
    Board board = seen.board();
    BoardMemory memory = before.memory();
    Map<String, Watched> watched = new HashMap<>();
    seen.rows().forEach(row -> watched.put(row.address(), new Watched(row.number(), 0)));
    Map<String, Watched> missing = missing(seen, memory.watched());
    Tally tally = before.tally().and(mergeTwins(seen));
    if (trusted(board, memory, missing.size(), readAgain)) {
      for (Map.Entry<String, Watched> each : missing.entrySet()) {
        tally = tally.and(look(board, each.getKey(), each.getValue(), watched));
      }
    } else {
      watched.putAll(missing);
    }
    return new Progress(tally, memory.watching(watched).rechecked(seen.page()));
  }

  // Two notices of one article, stored before its number was what identifies it (F-25): the first
  // one stays.
  private Tally mergeTwins(SeenPage seen) {
    Tally tally = Tally.NONE;
    for (ListRow row : seen.rows()) {
      Article known = seen.known().get(row.address());
      Article twin = seen.elsewhere().get(row.address());
      if (known != null && twin != null && NoticeId.sameDay(known.id(), twin.id())) {
        LOG.info("Two notices of one article: {}", row.url());
        tally = tally.and(articles.remove(known.id() < twin.id() ? twin : known));
      }
    }
    return tally;
  }

  private boolean trusted(Board board, BoardMemory memory, int missing, List<Outcome> readAgain) {
    if (!memory.broken().isEmpty()) {
      return false;
    }
    int all = memory.watched().size();
    boolean few = all < FIFTH && (missing == 1 || readAgain.stream().anyMatch(Outcome::read));
    if (missing * FIFTH <= all || few) {
      return true;
    }
    metrics.tell(Trouble.VANISHED_BOARD);
    LOG.error("{} articles vanished at once, none is removed: {}", missing, board.list());
    return false;
  }

  // Articles older than the whole list, other boards' rows included, have moved to its next page,
  // unless the list has become shorter.
  private static Map<String, Watched> missing(SeenPage seen, Map<String, Watched> watched) {
    Map<String, Watched> missing = new HashMap<>(watched);
    seen.rows().forEach(row -> missing.remove(row.address()));
    long listed = watched.values().stream().filter(each -> each.misses() == 0).count();
    if (seen.list().rows().size() >= listed) {
      long oldest = seen.list().oldest().orElse(Long.MIN_VALUE);
      missing.values().removeIf(each -> each.misses() == 0 && each.number() < oldest);
    }
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
