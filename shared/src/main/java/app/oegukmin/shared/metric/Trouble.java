package app.oegukmin.shared.metric;

/**
 * What an operator is told of. Each kind has one alarm in template.yaml; docs/operations.md says
 * what to do.
 */
public enum Trouble {
  /** A board's first list page shows no article or is no list. */
  EMPTY_BOARD("EmptyBoard"),
  /** None of a board's new articles can be read: its pages have changed, or want a login (F-21). */
  BROKEN_BOARD("BrokenBoard"),
  /** A board's list lacks too many articles to be trusted. */
  VANISHED_BOARD("VanishedBoard"),
  /** A run ended before it met what was known: what lies between is never read (F-26). */
  LIMITED_BOARD("LimitedBoard"),
  /** Valkey could not be asked; calls that cost nothing were let through (F-8). */
  LIMIT_OPENED_BY_OUTAGE("LimitOpenedByOutage"),
  /** Valkey could not be asked; paid calls were refused (F-8). */
  LIMIT_CLOSED_BY_OUTAGE("LimitClosedByOutage");

  private final String kind;

  Trouble(String kind) {
    this.kind = kind;
  }

  /** The value of the dimension {@code Kind}. */
  public String kind() {
    return kind;
  }
}
