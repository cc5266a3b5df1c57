package app.oegukmin.menu;

import app.oegukmin.shared.order.CrawlOrderTable;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders the menus of a day to be read outside the schedule. */
final class MenuCrawlService {

  private static final Logger LOG = LoggerFactory.getLogger(MenuCrawlService.class);

  private final CrawlOrderTable orders;
  private final Clock clock;

  MenuCrawlService(CrawlOrderTable orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  /** Orders the menus of a day, which are read soon after; the order says who gave it. */
  void crawl(LocalDate day, String admin) {
    LOG.info("Menus of {} ordered", day);
    orders.menus(day, admin, clock.instant());
  }
}
