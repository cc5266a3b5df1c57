package app.oegukmin.crawler;

import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.metric.Trouble;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlWork;
import app.oegukmin.shared.work.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks a board page by page, each of which is sent by the page before. */
final class BoardWalk {

  private static final Logger LOG = LoggerFactory.getLogger(BoardWalk.class);

  // Of a board that was seen before, where a run goes on until it meets what is known.
  private static final int MOST_PAGES = 100;

  private final BoardTable table;
  private final WorkQueue<CrawlWork> queue;
  private final Metrics metrics;
  private final int backfillPages;

  /**
   * A walk.
   *
   * @param backfillPages how many pages of a board are read at its first sight
   */
  BoardWalk(BoardTable table, WorkQueue<CrawlWork> queue, Metrics metrics, int backfillPages) {
    this.table = table;
    this.queue = queue;
    this.metrics = metrics;
    this.backfillPages = backfillPages;
  }

  /** Sends the page behind one that has been read, unless the walk ends here. */
  void goOn(SeenPage seen) {
    boolean sent = seen.goesOn() && send(seen);
    Gap gap = seen.gap();
    if (seen.fillsGap()) {
      // When somebody else has changed it meanwhile, the next run sees to it.
      table.replace(seen.page().board(), gap, sent ? gap.sent(seen.next()) : Gap.NONE);
    }
  }

  private boolean send(SeenPage seen) {
    if (seen.page().page() < (seen.firstSight() ? backfillPages : MOST_PAGES)) {
      table.sent(seen.next());
      queue.send(seen.next());
      return true;
    }
    LOG.warn(
        "Page {} is the last that is read, older ones are not: {}",
        seen.page().page(),
        seen.board().list());
    if (!seen.firstSight()) {
      metrics.tell(Trouble.LIMITED_BOARD);
    }
    return false;
  }

  /**
   * Notes that a page is not crawled again, though it was not read to its end. Nothing is lost with
   * a board's first page: each run reads it.
   */
  void giveUp(CrawlPage page) {
    if (page.page() > 1) {
      table.giveUp(page);
    }
  }
}
