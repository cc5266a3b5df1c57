package app.oegukmin.menucrawler;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.menu.MenuTable.Changes;
import app.oegukmin.shared.metric.Metrics;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the menus of two weeks, one feed after the other (D-M1). Of a day, the newest feed that
 * answers decides; a feed that fails or is empty changes nothing.
 */
final class MenuCrawl {

  private static final Logger LOG = LoggerFactory.getLogger(MenuCrawl.class);
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final List<MenuFeed> feeds;
  private final MenuTable table;
  private final Metrics metrics;
  private final Clock clock;

  /**
   * A crawl.
   *
   * @param feeds newest first
   */
  MenuCrawl(List<MenuFeed> feeds, MenuTable table, Metrics metrics, Clock clock) {
    this.feeds = feeds;
    this.table = table;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Brings the menus of this week and the next up to date, as {@link #run(LocalDate)} does. */
  ObjectNode run() throws IOException {
    return run(LocalDate.ofInstant(clock.instant(), SEOUL));
  }

  /**
   * Brings the menus of a day's week and the next up to date; of the day alone a feed could not be
   * told from an empty one.
   *
   * @return {@code {"days": read, "written": meals, "removed": meals}}
   * @throws IOException when no feed could be read, so that the run is tried again (D-M8)
   */
  ObjectNode run(LocalDate day) throws IOException {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Set<LocalDate> read = new HashSet<>();
    Changes changes = new Changes(0, 0);
    int failed = 0;
    for (MenuFeed feed : feeds) {
      try {
        changes = changes.and(store(feed.read(monday, monday.plusDays(13)), read));
      } catch (IOException e) {
        failed++;
        LOG.warn("No menus: {}", e.getMessage());
        metrics.count("MenuFeedFailed", 1);
      }
    }
    if (failed == feeds.size()) {
      throw new IOException("No menu feed could be read");
    }
    LOG.info("Menus of {} days: {}", read.size(), changes);
    return Json.MAPPER
        .createObjectNode()
        .put("days", read.size())
        .put("written", changes.written())
        .put("removed", changes.removed());
  }

  // A day that has vanished goes only while the feed still has others: one without any is broken.
  private Changes store(MenuReading reading, Set<LocalDate> read) {
    Changes changes = new Changes(0, 0);
    if (reading.meals().isEmpty()) {
      metrics.count("MenuFeedEmpty", 1);
      return changes;
    }
    for (LocalDate day : reading.days()) {
      if (read.add(day)) {
        changes = changes.and(table.store(day, reading.cafeterias(), reading.meals(day)));
      }
    }
    return changes;
  }
}
