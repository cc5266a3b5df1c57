package app.oegukmin.menucrawler;

import app.oegukmin.shared.metric.Metrics;
import java.util.Collection;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be wrong with menus: a value of the dimension {@code Trouble} of one metric. */
enum Trouble {
  /** A feed could not be fetched or is malformed. */
  FEED_FAILED("FeedFailed"),
  /** A feed has no menu at all. */
  FEED_EMPTY("FeedEmpty"),
  /** No feed has a menu: each is empty or has failed (F-32). */
  NO_MENUS("NoMenus"),
  /** Something in a feed is of another kind than a menu (F-49), or the table refuses it (F-50). */
  UNREADABLE("Unreadable"),
  /** The app does not know the name of a cafeteria or a corner (F-31). */
  UNKNOWN_NAME("UnknownName");

  static final String METRIC = "MenuTrouble";

  private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

  private static final int NAMED = 20;
  private static final int NAME_LENGTH = 100;

  private final String text;

  Trouble(String text) {
    this.text = text;
  }

  /** Counts what it is about, and names it in the metric's line and in the log; nothing if none. */
  void count(Metrics metrics, Collection<String> about) {
    if (about.isEmpty()) {
      return;
    }
    String named =
        about.stream()
            .limit(NAMED)
            .map(name -> name.substring(0, Math.min(name.length(), NAME_LENGTH)))
            .collect(Collectors.joining(", "));
    LOG.warn("{}: {}", text, named);
    metrics.by("Trouble", text).noting("About", named).count(METRIC, about.size());
  }
}
