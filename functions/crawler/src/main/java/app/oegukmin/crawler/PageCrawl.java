package app.oegukmin.crawler;

import app.oegukmin.crawler.Tally.Outcome;
import app.oegukmin.crawler.fetch.Fetcher;
import app.oegukmin.crawler.fetch.PageException;
import app.oegukmin.crawler.fetch.Validator;
import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.ListPage;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.metric.Trouble;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlPage.Purpose;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Crawls one list page: stores its unknown articles, whatever their date (D-N1), and queues the
 * next page unless a known article was met. Only unknown articles are fetched, so a page without
 * news costs one request and no write. The daily run also rechecks known articles. What is given up
 * is read by a later run ({@link Gap}).
 */
final class PageCrawl {

  private static final Logger LOG = LoggerFactory.getLogger(PageCrawl.class);

  private final Fetcher fetcher;
  private final ArticleLookup lookup;
  private final PageArticles stores;
  private final BoardTable table;
  private final BoardWalk walk;
  private final Metrics metrics;

  /** A crawl. */
  PageCrawl(
      Fetcher fetcher,
      ArticleLookup lookup,
      PageArticles stores,
      BoardTable table,
      BoardWalk walk,
      Metrics metrics) {
    this.fetcher = fetcher;
    this.lookup = lookup;
    this.stores = stores;
    this.table = table;
    this.walk = walk;
    this.metrics = metrics;
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
    BoardTable.Remembered before = table.find(page.board());
    if (page.page() > 1 && before.memory().brokenBy(page)) {
      walk.giveUp(page);
      table.walked(page, Tally.NONE);
      return;
    }
    Optional<ListPage> list = list(board, page, before);
    if (list.isEmpty()) {
      table.walked(page, Tally.NONE);
      return;
    }
    SeenPage seen = lookup.see(board, page, before, list.get());
    // Before anything is stored: after a crash, the run would take its own articles for known ones
    // and stop here.
    walk.goOn(seen);
    try {
      stores.store(seen, last, late);
    } catch (IOException | RuntimeException e) {
      if (last) {
        walk.giveUp(seen.next());
      }
      throw e;
    }
  }

  /** Notes that a page is not crawled again, whatever has become of it. */
  void giveUp(CrawlPage page) {
    walk.giveUp(page);
  }

  private Optional<ListPage> list(Board board, CrawlPage page, BoardTable.Remembered before)
      throws IOException {
    BoardMemory memory = before.memory();
    boolean tries = memory.triesSkipped(page) && !memory.skipped().isEmpty();
    boolean maybeKnown =
        page.page() == 1
            && page.purpose() != Purpose.DAILY
            && !tries
            && memory.unfiled().isEmpty()
            && !before.gap().isWalkedBy(page);
    try {
      Optional<ListPage> list =
          board
              .site()
              .list(board, page.page(), fetcher, maybeKnown ? memory.version() : Validator.NONE);
      list.ifPresent(each -> tell(board, page, each));
      return list;
    } catch (PageException e) {
      metrics.tell(Trouble.EMPTY_BOARD);
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
      metrics.tell(Trouble.EMPTY_BOARD);
    }
  }
}
