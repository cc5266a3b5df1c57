package app.oegukmin.menucrawler;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.menu.MenuNames;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.menu.MenuTable.Changes;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.time.Seoul;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the menus of two weeks, one feed after the other (D-M1). For each day the newest feed that
 * has it is used; a feed that fails or is empty changes nothing.
 */
final class MenuCrawl {

  private static final Logger LOG = LoggerFactory.getLogger(MenuCrawl.class);

  /** How long a feed may take. */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private final List<MenuFeed> feeds;
  private final MenuTable table;
  private final Metrics metrics;
  private final Clock clock;
  private final MenuNames names = new MenuNames();

  /** With the variables of the template; a feed that takes longer than the patience is given up. */
  static MenuCrawl of(Environment environment, Clock clock, Duration patience) {
    FeedClient client = new FeedClient(environment, patience, clock);
    return new MenuCrawl(
        List.of(new TodayMenuFeed(client), new CooperativeFeed(client)),
        new MenuTable(Dynamo.connect(environment), environment.require("MENU_TABLE")),
        new Metrics("menucrawler", clock, System.out),
        clock);
  }

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

  /**
   * What a run has done.
   *
   * @param days how many were read
   * @param written how many meals were written
   * @param removed how many meals were removed
   */
  record Summary(int days, int written, int removed) {}

  /** Brings the menus of this week and the next up to date, as {@link #run(LocalDate)} does. */
  Summary run() {
    return run(Seoul.today(clock));
  }

  /**
   * Brings the menus of a day's week and the next up to date; with one day alone, a closed day and
   * an empty feed would look alike.
   *
   * @throws IllegalStateException when no feed could be read, so that the run is tried again (D-M8)
   */
  Summary run(LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Set<LocalDate> read = new HashSet<>();
    Changes changes = new Changes(0, 0);
    int failed = 0;
    for (MenuFeed feed : feeds) {
      try {
        MenuReading reading = feed.read(monday, monday.plusDays(13));
        if (reading.meals().isEmpty()) {
          Trouble.FEED_EMPTY.count(metrics, List.of(feed.address().toString()));
        } else {
          Trouble.UNKNOWN_NAME.count(metrics, unknown(reading));
          changes = changes.and(store(reading, read));
        }
      } catch (IOException e) {
        failed++;
        Trouble.FEED_FAILED.count(metrics, List.of(e.getMessage()));
      }
    }
    if (failed == feeds.size()) {
      throw new IllegalStateException("No menu feed could be read");
    }
    LOG.info("Menus of {} days: {}", read.size(), changes);
    return new Summary(read.size(), changes.written(), changes.removed());
  }

  // A day that is gone from the feed is removed only if the feed still has others; a feed without
  // any day is broken.
  private Changes store(MenuReading reading, Set<LocalDate> read) {
    Changes changes = new Changes(0, 0);
    for (LocalDate day : reading.days()) {
      if (read.add(day)) {
        changes = changes.and(table.store(day, reading.cafeterias(), reading.meals(day)));
      }
    }
    return changes;
  }

  private Set<String> unknown(MenuReading reading) {
    return reading.meals().stream()
        .filter(meal -> !names.knows(meal.cafeteria(), meal.corner()))
        .map(meal -> meal.cafeteria() + " / " + meal.corner())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
