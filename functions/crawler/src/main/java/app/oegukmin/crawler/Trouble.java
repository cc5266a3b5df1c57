package app.oegukmin.crawler;

import app.oegukmin.shared.metric.Metrics;

/**
 * What can be wrong with a board. Alarms watch the metric {@code BoardTrouble}, whose dimension
 * {@code Kind} tells them apart; the log names the board.
 */
enum Trouble {
  /** Its first list page shows no article or is no list. */
  EMPTY("Empty"),
  /** None of its new articles can be read: its pages are built in another way, or want a login. */
  BROKEN("Broken"),
  /** Its list lacks too many articles to be trusted. */
  VANISHED("Vanished"),
  /** A run ended before it met what was known: what lies between is never read. */
  LIMITED("Limited");

  static final String METRIC = "BoardTrouble";

  private final String kind;

  Trouble(String kind) {
    this.kind = kind;
  }

  /** Counts it once. */
  void count(Metrics metrics) {
    metrics.by("Kind", kind).count(METRIC, 1);
  }
}
