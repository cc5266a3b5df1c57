package app.oegukmin.crawler;

import app.oegukmin.crawler.Tally.Outcome;
import app.oegukmin.crawler.fetch.FetchException;
import app.oegukmin.crawler.fetch.PageException;
import app.oegukmin.crawler.site.ListRow;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.metric.Trouble;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlPage.Purpose;
import app.oegukmin.shared.work.CrawlWork;
import app.oegukmin.shared.work.WorkQueue;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what is new on a list page, and remembers the board. */
final class PageArticles {

  private static final Logger LOG = LoggerFactory.getLogger(PageArticles.class);

  // With the most pages of a board, the end of every chain of messages (F-20).
  private static final int MOST_PARTS = 20;

  private final ArticleCrawl articles;
  private final LateFiles files;
  private final Recheck recheck;
  private final BoardTable table;
  private final WorkQueue<CrawlWork> queue;
  private final Metrics metrics;

  PageArticles(
      ArticleCrawl articles,
      Recheck recheck,
      BoardTable table,
      WorkQueue<CrawlWork> queue,
      Metrics metrics) {
    this.articles = articles;
    this.files = new LateFiles(articles);
    this.recheck = recheck;
    this.table = table;
    this.queue = queue;
    this.metrics = metrics;
  }

  /**
   * Stores the new articles of a page.
   *
   * @param last whether the page is not crawled again
   * @param late tells when too little time is left for another article; the rest is then left to
   *     another message
   * @throws IOException when the page should be crawled again
   */
  void store(SeenPage seen, boolean last, BooleanSupplier late) throws IOException {
    CrawlPage page = seen.page();
    BoardMemory before = seen.memory();
    // A message may be delivered again; what one run has tried and missed counts once.
    boolean first = page.page() == 1 && !before.hasRechecked(page);
    NewArticles news = new NewArticles(articles, seen, last);
    for (ListRow row : seen.fresh()) {
      if (late.getAsBoolean()) {
        leaveRest(seen, news);
        return;
      }
      add(seen, news, row);
    }
    if (first && before.triesSkipped(page)) {
      trySkipped(seen, news, late);
    }
    boolean daily = first && page.purpose() == Purpose.DAILY;
    List<Outcome> readAgain = daily ? recheck.readAgain(seen, late) : List.of();
    Progress progress =
        new Progress(news.tally().and(Tally.of(readAgain)), remembered(seen, news, readAgain));
    if (page.page() == 1 && !progress.memory().brokenBy(page)) {
      progress = files.run(seen.board(), progress, late);
    }
    finish(seen, daily ? recheck.run(seen, progress, readAgain) : progress);
  }

  // While a board is broken, one article tells whether it still is.
  private void trySkipped(SeenPage seen, NewArticles news, BooleanSupplier late)
      throws FetchException {
    for (ListRow row : seen.skipped()) {
      if (late.getAsBoolean()) {
        return;
      }
      add(seen, news, row);
      if (!seen.page().triesSkipped() && !news.anyRead()) {
        return;
      }
    }
  }

  private BoardMemory remembered(SeenPage seen, NewArticles news, List<Outcome> readAgain) {
    if (!news.broken(readAgain)) {
      return news.memory().seen(seen.page());
    }
    metrics.tell(Trouble.BROKEN_BOARD);
    LOG.error("No article can be read: {}", seen.board().list());
    return news.brokenMemory();
  }

  private void add(SeenPage seen, NewArticles news, ListRow row) throws FetchException {
    try {
      news.add(row);
    } catch (FetchException e) {
      leave(seen, news);
      throw e;
    }
  }

  private void finish(SeenPage seen, Progress progress) throws IOException {
    Tally tally = progress.tally();
    BoardMemory memory = progress.memory();
    CrawlPage page = seen.page();
    boolean changed = tally.added() + tally.changed() > 0 || seen.memory().firstRun().isEmpty();
    boolean broken = memory.brokenBy(page);
    boolean read = page.page() == 1 && !tally.again() && !broken;
    remember(seen, read && changed ? memory.read(seen.list().version()) : memory);
    // What a broken board shows is tried by the next runs.
    if (tally.again() && !broken) {
      table.count(page, tally);
      throw new PageException(
          seen.board().list(), tally.failed() + " articles failed on page " + page.page());
    }
    table.walked(page, tally);
  }

  // Only while there is progress, and not for ever; otherwise one slow site would be crawled
  // without end.
  private void leaveRest(SeenPage seen, NewArticles news) throws IOException {
    leave(seen, news);
    CrawlPage page = seen.page();
    if (news.tally().added() == 0 || page.part() == MOST_PARTS) {
      throw new IOException("No time for the articles of " + page);
    }
    queue.send(page.rest());
  }

  private void leave(SeenPage seen, NewArticles news) {
    table.count(seen.page(), news.tally());
    remember(seen, news.memorySoFar());
  }

  private void remember(SeenPage seen, BoardMemory memory) {
    if (!memory.equals(seen.memory())) {
      table.remember(seen.page().board(), memory);
    }
  }
}
