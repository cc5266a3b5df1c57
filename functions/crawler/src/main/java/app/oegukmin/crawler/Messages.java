package app.oegukmin.crawler;

import app.oegukmin.shared.work.CrawlPage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes messages of the crawl queue, each when its host is free; others are put off. */
final class Messages {

  private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
  private static final Duration LATER = Duration.ofSeconds(10);

  /** A run that has been put off for so long fails, for people to see. */
  private static final Duration LONGEST_RUN = Duration.ofHours(2);

  private final Boards boards;
  private final PageCrawl crawl;
  private final HostLease lease;
  private final CrawlQueue queue;
  private final Clock clock;

  Messages(Boards boards, PageCrawl crawl, HostLease lease, CrawlQueue queue, Clock clock) {
    this.boards = boards;
    this.crawl = crawl;
    this.lease = lease;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Crawls the page of a message.
   *
   * @param late tells when too little time is left for another article
   * @throws IOException when the message should come again
   */
  void take(CrawlPage page, BooleanSupplier late) throws IOException {
    Optional<Board> board = boards.named(page.board());
    if (board.isEmpty()) {
      LOG.warn("Board {} is no more", page.board());
      return;
    }
    try {
      if (!lease.hold(board.get().host(), () -> crawl.crawl(board.get(), page, late))) {
        putOff(page, LATER);
      }
    } catch (FetchException e) {
      if (e.pause().isEmpty()) {
        throw e;
      }
      LOG.warn(e.getMessage());
      putOff(page, e.pause().get());
    }
  }

  private void putOff(CrawlPage page, Duration delay) throws IOException {
    if (clock.instant().isAfter(Instant.parse(page.run()).plus(LONGEST_RUN))) {
      throw new IOException("Put off for too long: " + page);
    }
    queue.sendLater(page, delay);
  }
}
