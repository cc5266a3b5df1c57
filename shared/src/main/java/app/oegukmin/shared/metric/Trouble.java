package app.oegukmin.shared.metric;

/**
 * What an operator is told of. Each kind has one alarm in template.yaml; docs/operations.md says
 * what to do.
 */
public enum Trouble {
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
