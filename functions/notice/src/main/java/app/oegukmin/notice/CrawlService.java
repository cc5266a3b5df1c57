package app.oegukmin.notice;

import app.oegukmin.shared.order.CrawlOrderTable;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders a crawl of the boards outside the schedule. */
final class CrawlService {

  private static final Logger LOG = LoggerFactory.getLogger(CrawlService.class);

  private final CrawlOrderTable orders;
  private final Clock clock;

  CrawlService(CrawlOrderTable orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  /** Orders a crawl, which begins soon after; the order says who gave it. */
  void crawl(String admin) {
    LOG.info("Crawl ordered");
    orders.notices(admin, clock.instant());
  }
}
