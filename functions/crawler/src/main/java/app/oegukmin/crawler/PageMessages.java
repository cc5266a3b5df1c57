package app.oegukmin.crawler;

import app.oegukmin.crawler.fetch.FetchException;
import app.oegukmin.crawler.fetch.Fetcher;
import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlWork;
import app.oegukmin.shared.work.Delivery;
import app.oegukmin.shared.work.Outcome;
import app.oegukmin.shared.work.StartCrawl;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes messages of the crawl queue; a page waits in the queue while its host is not free. */
final class PageMessages {

  private static final Logger LOG = LoggerFactory.getLogger(PageMessages.class);

  private final Boards boards;
  private final CrawlRun run;
  private final PageCrawl crawl;
  private final Fetcher fetcher;
  private final Backoff waits;

  /**
   * Takes messages.
   *
   * @param waits how long a page waits for its host, by the number of its deliveries
   */
  PageMessages(Boards boards, CrawlRun run, PageCrawl crawl, Fetcher fetcher, Backoff waits) {
    this.boards = boards;
    this.run = run;
    this.crawl = crawl;
    this.fetcher = fetcher;
    this.waits = waits;
  }

  /**
   * Does what a message says.
   *
   * @param late tells when too little time is left for another article
   * @throws IOException when the message should come again
   */
  Outcome take(Delivery<CrawlWork> delivery, BooleanSupplier late) throws IOException {
    switch (delivery.work()) {
      case StartCrawl order -> run.begin(CrawlStart.manual());
      case CrawlPage page -> {
        return take(page, delivery, late);
      }
    }
    return Outcome.DONE;
  }

  private Outcome take(CrawlPage page, Delivery<CrawlWork> delivery, BooleanSupplier late)
      throws IOException {
    Duration pause = waits.pause(delivery.receives() - 1);
    Optional<Board> board = boards.named(page.board());
    if (board.isEmpty()) {
      LOG.warn("Board {} is no more", page.board());
      return Outcome.DONE;
    }
    boolean done = false;
    try {
      String host = board.get().host();
      done = fetcher.visit(host, () -> crawl.crawl(board.get(), page, delivery.last(), late));
      return done ? Outcome.DONE : new Outcome.Wait(pause);
    } catch (FetchException e) {
      Duration asked = e.pause().orElseThrow(() -> e);
      LOG.warn(e.getMessage());
      return new Outcome.Wait(asked.compareTo(pause) > 0 ? asked : pause);
    } finally {
      if (!done && delivery.last()) {
        crawl.giveUp(page);
      }
    }
  }
}
