package app.oegukmin.crawler;

import app.oegukmin.crawler.BoardMemory.Watched;
import app.oegukmin.crawler.Tally.Outcome;
import app.oegukmin.crawler.fetch.FetchException;
import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.ListRow;
import java.util.HashMap;
import java.util.Map;

/** Stores the unknown articles of a page one by one, and tells what is to be remembered of them. */
final class NewArticles {

  // A skipped article that no list shows is tried this often.
  private static final int MISSES = 3;

  private final ArticleCrawl articles;
  private final Board board;
  private final BoardMemory before;
  private final Map<String, Watched> skipped;
  private final Map<String, Watched> unfiled;
  private Tally tally = Tally.NONE;

  NewArticles(ArticleCrawl articles, Board board, BoardMemory before) {
    this.articles = articles;
    this.board = board;
    this.before = before;
    this.skipped = new HashMap<>(before.skipped());
    this.unfiled = new HashMap<>(before.unfiled());
  }

  /**
   * Stores an article.
   *
   * @throws FetchException when its host wants to be left alone
   */
  void add(ListRow row) throws FetchException {
    ArticleCrawl.Result result = articles.add(board, row);
    tally = tally.and(result.outcome());
    String address = row.url().toString();
    Watched last = skipped.remove(address);
    int misses = last == null ? 1 : last.misses() + 1;
    boolean listed = !row.title().isEmpty();
    if (result.outcome().unreadable() && (listed || misses <= MISSES)) {
      skipped.put(address, new Watched(row.number(), misses));
    }
    if (result.outcome() == Outcome.ADDED && !result.whole()) {
      unfiled.put(address, new Watched(row.number(), 0));
    }
  }

  /** What has become of them so far. */
  Tally tally() {
    return tally;
  }

  /** What is to be remembered of the board once all were tried. */
  BoardMemory memory() {
    return memorySoFar().skipping(skipped);
  }

  /** The same when some are left to another message, which tries again those that failed. */
  BoardMemory memorySoFar() {
    return before.unfiled(unfiled);
  }
}
