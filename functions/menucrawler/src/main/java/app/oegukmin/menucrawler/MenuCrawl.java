package app.oegukmin.menucrawler;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.menu.MenuNames;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.menu.MenuTable.Changes;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.metric.Trouble;
import app.oegukmin.shared.time.Seoul;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the menus of two weeks, one feed after the other (D-M1). For each day and cafeteria the
 * newest feed that covers it is used; a feed that fails or is empty changes nothing.
 */
final class MenuCrawl {

  private static final Logger LOG = LoggerFactory.getLogger(MenuCrawl.class);

  /** How long a feed may take. */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private final List<MenuFeed> feeds;
  private final MenuTable table;
  private final TroubleReport troubles;
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
    this.troubles = new TroubleReport(metrics);
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
   * @throws IllegalStateException when there is no menu in any feed and one could not be read, so
   *     that the run is tried again (D-M8, F-32)
   */
  Summary run(LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    MenuPlan plan = new MenuPlan();
    int failed = 0;
    for (MenuFeed feed : feeds) {
      failed += read(feed, monday, plan) ? 0 : 1;
    }
    if (plan.days().isEmpty()) {
      troubles.tell(Trouble.NO_MENUS, List.of("weeks from " + monday));
      if (failed > 0) {
        throw new IllegalStateException("No menu feed could be read");
      }
    }
    troubles.countUnknownNames(unknown(plan));
    Changes changes =
        plan.days().stream()
            .map(date -> table.store(date, plan.cafeterias(date), plan.meals(date)))
            .reduce(new Changes(0, 0), Changes::and);
    troubles.tell(Trouble.UNREADABLE_MENU, changes.refused());
    LOG.info("Menus of {} days: {}", plan.days().size(), changes);
    return new Summary(plan.days().size(), changes.written(), changes.removed());
  }

  // A day that is gone from a feed is removed only if the feed still has others; a feed without any
  // meal is broken. Whatever a page makes its reader throw concerns that feed alone.
  @SuppressWarnings("CatchGeneral")
  private boolean read(MenuFeed feed, LocalDate monday, MenuPlan plan) {
    try {
      MenuReading reading = feed.read(monday, monday.plusDays(13));
      troubles.tell(Trouble.UNREADABLE_MENU, reading.unreadable());
      if (reading.meals().isEmpty()) {
        troubles.tell(Trouble.MENU_FEED_EMPTY, List.of(feed.address().toString()));
      } else {
        plan.add(reading);
      }
      return true;
    } catch (IOException e) {
      troubles.tell(Trouble.MENU_FEED_FAILED, List.of(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("A feed could not be read: {}", feed.address(), e);
      troubles.tell(Trouble.MENU_FEED_FAILED, List.of(feed.address().toString()));
    }
    return false;
  }

  private Set<String> unknown(MenuPlan plan) {
    return plan.meals().stream()
        .filter(meal -> !names.knows(meal.cafeteria(), meal.corner()))
        .map(meal -> meal.cafeteria() + " / " + meal.corner())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
