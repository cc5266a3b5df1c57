package app.oegukmin.crawler;

import app.oegukmin.crawler.BoardMemory.Watched;
import app.oegukmin.crawler.Tally.Outcome;
import app.oegukmin.crawler.fetch.FetchException;
import app.oegukmin.crawler.site.ListRow;
import app.oegukmin.shared.notice.Article;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Stores the unknown articles of a page one by one, and tells what is to be remembered of them.
 *
 * <p>When two or more are unknown and none of those that were tried can be read, the board is
 * broken: its articles have another form now, or want a login. Then no failure counts against an
 * article, and every run tries one of them until it can be read (F-21).
 */
final class NewArticles {

  // A skipped article that no list shows is tried this often.
  private static final int MISSES = 3;

  private final ArticleCrawl articles;
  private final SeenPage seen;
  private final BoardMemory before;
  private final boolean last;
  private final Map<ListRow, Outcome> tried = new LinkedHashMap<>();
  private final Map<String, Watched> unfiled;

  /**
   * Begins with none.
   *
   * @param last whether what fails for now is left to later runs, as what fails for good (F-50)
   */
  NewArticles(ArticleCrawl articles, SeenPage seen, boolean last) {
    this.articles = articles;
    this.seen = seen;
    this.before = seen.memory();
    this.last = last;
    this.unfiled = new HashMap<>(before.unfiled());
  }

  /**
   * Stores an article, which may have moved here from another board (F-25).
   *
   * @throws FetchException when its host wants to be left alone
   */
  void add(ListRow row) throws FetchException {
    Article moved = seen.elsewhere().get(row.address());
    ArticleCrawl.Result result =
        moved == null ? articles.add(seen.board(), row) : articles.revise(seen.board(), row, moved);
    tried.put(row, last ? result.outcome().untilLater() : result.outcome());
    if (result.outcome() == Outcome.ADDED && !result.whole()) {
      unfiled.put(row.address(), new Watched(row.number(), 0));
    }
  }

  /** What has become of them so far. */
  Tally tally() {
    return Tally.of(tried.values());
  }

  /** Whether one of them could be read. */
  boolean anyRead() {
    return tried.values().stream().anyMatch(Outcome::read);
  }

  /**
   * Whether the board is broken.
   *
   * @param readAgain what the daily run found of known ones: while these can be read, what could
   *     not be read before is really gone
   */
  boolean broken(Collection<Outcome> readAgain) {
    if (anyRead()) {
      return false;
    }
    if (tried.keySet().stream().filter(row -> !wasSkipped(row)).count() > 1) {
      return true;
    }
    if (readAgain.stream().anyMatch(Outcome::read)) {
      return false;
    }
    return readAgain.size() > 1 || (!tried.isEmpty() && unread() > 1);
  }

  private boolean wasSkipped(ListRow row) {
    return before.skipped().containsKey(row.address());
  }

  // Tried now or before.
  private long unread() {
    return Stream.concat(seen.unknown().stream(), tried.keySet().stream())
        .filter(row -> !isGivenUp(row))
        .map(ListRow::address)
        .distinct()
        .count();
  }

  private boolean isGivenUp(ListRow row) {
    Watched last = before.skipped().get(row.address());
    return last != null && last.misses() > MISSES;
  }

  /** What is to be remembered of the board once all were tried. */
  BoardMemory memory() {
    Map<String, Watched> skipped = new HashMap<>(before.skipped());
    tried.forEach(
        (row, outcome) -> {
          if (outcome.read()) {
            skipped.remove(row.address());
          } else if (outcome != Outcome.AGAIN) {
            miss(row, skipped);
          }
        });
    return memorySoFar().skipping(skipped).broken("");
  }

  private static void miss(ListRow row, Map<String, Watched> skipped) {
    Watched last = skipped.getOrDefault(row.address(), new Watched(row.number(), 0));
    if (row.listed() || last.misses() < MISSES) {
      skipped.put(row.address(), new Watched(row.number(), last.misses() + 1));
    } else {
      skipped.remove(row.address());
    }
  }

  /** The same when the board is broken. */
  BoardMemory brokenMemory() {
    Map<String, Watched> skipped = new HashMap<>(before.skipped());
    tried.keySet().forEach(row -> skipped.putIfAbsent(row.address(), new Watched(row.number(), 1)));
    return memorySoFar().skipping(skipped).broken(seen.page().run());
  }

  /** The same when some are left to another message, which tries again those that failed. */
  BoardMemory memorySoFar() {
    return before.unfiled(unfiled);
  }
}
