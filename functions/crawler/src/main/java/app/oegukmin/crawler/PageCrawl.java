package app.oegukmin.crawler;

import app.oegukmin.crawler.Tally.Outcome;
import app.oegukmin.crawler.fetch.Fetcher;
import app.oegukmin.crawler.fetch.PageException;
import app.oegukmin.crawler.fetch.Validator;
import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.crawler.site.ListPage;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.metric.Trouble;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlPage.Purpose;
import app.oegukmin.shared.work.CrawlWork;
import app.oegukmin.shared.work.WorkQueue;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Crawls one list page: stores its unknown articles, whatever their date (D-N1), and queues the
 * next page unless a known article was met. Only unknown articles are fetched, so a page without
 * news costs one request and no write. The daily run also rechecks known articles.
 */
final class PageCrawl {

  private static final Logger LOG = LoggerFactory.getLogger(PageCrawl.class);

  // Of a board that was seen before, where a run goes on until it meets what is known.
  private static final int MOST_PAGES = 100;

  private final Fetcher fetcher;
  private final ArticleLookup lookup;
  private final PageArticles stores;
  private final BoardTable table;
  private final Walk walk;

  /** How far a board is crawled at its first sight, and where that is queued and counted. */
  record Walk(WorkQueue<CrawlWork> queue, Metrics metrics, int backfillPages) {}

  /** A crawl. */
  PageCrawl(
      Boards boards,
      Fetcher fetcher,
      ArticleCrawl articles,
      Recheck recheck,
      BoardTable table,
      Walk walk) {
    this.fetcher = fetcher;
    this.lookup = new ArticleLookup(boards, articles);
    this.stores = new PageArticles(articles, recheck, table, walk.queue(), walk.metrics());
    this.table = table;
    this.walk = walk;
  }

  /**
   * Crawls a page; an article that fails stops no other (D-N4).
   *
   * @param last whether the page is not crawled again: an article that still fails is then left to
   *     later runs
   * @param late tells when too little time is left for another article; the rest is then left to
   *     another message
   * @throws IOException when the page should be crawled again: its list could not be read, or some
   *     articles failed in a way that may pass
   */
  void crawl(Board board, CrawlPage page, boolean last, BooleanSupplier late) throws IOException {
    BoardMemory memory = table.memory(page.board());
    if (page.page() > 1 && memory.brokenBy(page)) {
      table.walked(page, Tally.NONE);
      return;
    }
    Optional<ListPage> list = list(board, page, memory);
    if (list.isEmpty()) {
      table.walked(page, Tally.NONE);
      return;
    }
    SeenPage seen = lookup.see(board, page, memory, list.get());
    // Before anything is stored: after a crash, the run would take its own articles for known ones
    // and stop here.
    if (seen.goesOn()) {
      goOn(seen);
    }
    stores.store(seen, last, late);
  }

  private void goOn(SeenPage seen) {
    boolean first = seen.memory().firstSight(seen.page());
    if (seen.page().page() < (first ? walk.backfillPages() : MOST_PAGES)) {
      table.sent(seen.next());
      walk.queue().send(seen.next());
      return;
    }
    LOG.warn(
        "Page {} is the last that is read, older ones are not: {}",
        seen.page().page(),
        seen.board().list());
    if (!first) {
      walk.metrics().tell(Trouble.LIMITED_BOARD);
    }
  }

  private Optional<ListPage> list(Board board, CrawlPage page, BoardMemory memory)
      throws IOException {
    boolean tries = memory.triesSkipped(page) && !memory.skipped().isEmpty();
    boolean maybeKnown =
        page.page() == 1 && page.purpose() != Purpose.DAILY && !tries && memory.unfiled().isEmpty();
    try {
      Optional<ListPage> list =
          board
              .site()
              .list(board, page.page(), fetcher, maybeKnown ? memory.version() : Validator.NONE);
      list.ifPresent(each -> tell(board, page, each));
      return list;
    } catch (PageException e) {
      walk.metrics().tell(Trouble.EMPTY_BOARD);
      table.count(page, Tally.NONE.and(Outcome.FAILED));
      throw e;
    } catch (IOException e) {
      table.count(page, Tally.NONE.and(Outcome.FAILED));
      throw e;
    }
  }

  private void tell(Board board, CrawlPage page, ListPage list) {
    list.faults().forEach(fault -> LOG.warn("{}: {}", fault, board.list()));
    if (page.page() == 1 && list.rows().isEmpty()) {
      LOG.warn("No article: {}", board.list());
      walk.metrics().tell(Trouble.EMPTY_BOARD);
    }
  }
}
