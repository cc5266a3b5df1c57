package app.oegukmin.shared.limit;

import app.oegukmin.shared.limit.Limit.OnOutage;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.metric.Trouble;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a subject may go on. Counts refusals, and decisions that were made without
 * Valkey.
 */
public final class Limiter {

  private final Optional<Valkey> valkey;
  private final Clock clock;
  private final Metrics metrics;

  /**
   * A limiter over a Valkey; without one nothing is limited, which only a local stack may choose.
   */
  public Limiter(Optional<Valkey> valkey, Clock clock, Metrics metrics) {
    this.valkey = valkey;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Takes one token from each limit of a subject, or none when one of them has none. */
  public Decision take(Subject subject, List<Limit> limits) {
    return take(TokenBucket.of(subject, limits), limits);
  }

  /** Takes some tokens from one limit, or none when it has fewer. */
  public Decision take(Subject subject, Limit limit, long tokens) {
    return take(new TokenBucket(subject, List.of(Take.of(subject, limit, tokens))), List.of(limit));
  }

  private Decision take(TokenBucket bucket, List<Limit> limits) {
    if (valkey.isEmpty() || limits.isEmpty()) {
      return Decision.UNLIMITED;
    }
    return counted(
        valkey
            .orElseThrow()
            .run(bucket.taking(clock))
            .map(answers -> bucket.decision(answers.getFirst()))
            .orElseGet(() -> outage(limits)));
  }

  private Decision outage(List<Limit> limits) {
    if (limits.stream().anyMatch(limit -> limit.onOutage() == OnOutage.CLOSED)) {
      metrics.tell(Trouble.LIMIT_CLOSED_BY_OUTAGE);
      return Decision.CLOSED;
    }
    metrics.tell(Trouble.LIMIT_OPENED_BY_OUTAGE);
    return Decision.UNLIMITED;
  }

  /** A decision that a script of the caller's has made, its refusal counted. */
  public Decision counted(Decision decision) {
    if (decision.outcome() == Decision.Outcome.THROTTLED) {
      metrics.count("LimitThrottled", 1);
    }
    return decision;
  }
}
