package app.oegukmin.menu;

import app.oegukmin.shared.order.CrawlOrderTable;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the menus of a day read out of turn. */
final class MenuCrawlService {

  private static final Logger LOG = LoggerFactory.getLogger(MenuCrawlService.class);

  private final CrawlOrderTable orders;
  private final Clock clock;

  MenuCrawlService(CrawlOrderTable orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  /** Orders the menus of a day, which are read soon after; it is on record who did. */
  void crawl(LocalDate day, String admin) {
    LOG.info("Menus of {} ordered", day);
    orders.menus(day, admin, clock.instant());
  }
}
