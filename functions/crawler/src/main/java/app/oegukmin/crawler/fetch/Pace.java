package app.oegukmin.crawler.fetch;

import app.oegukmin.shared.retry.Sleeper;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps requests to one host apart in time. */
public final class Pace {

  private final Duration gap;
  private final Clock clock;
  private final Sleeper sleeper;
  private final Map<String, Instant> nextTurns = new HashMap<>();

  /**
   * A pace.
   *
   * @param gap the least time between two requests to a host
   */
  public Pace(Duration gap, Clock clock, Sleeper sleeper) {
    this.gap = gap;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * Returns when the host may be asked again.
   *
   * @param wanted the pause that the host wants after this request, empty when it wants none
   */
  void awaitTurn(String host, Optional<Duration> wanted) throws InterruptedIOException {
    Instant now = clock.instant();
    Instant turn = nextTurns.getOrDefault(host, now);
    if (turn.isAfter(now)) {
      rest(Duration.between(now, turn));
    }
    nextTurns.put(host, clock.instant().plus(longer(wanted)));
  }

  private Duration longer(Optional<Duration> wanted) {
    return wanted.filter(pause -> pause.compareTo(gap) > 0).orElse(gap);
  }

  /** Learns from elsewhere when a host may be asked again. */
  void notBefore(String host, Instant turn) {
    nextTurns.merge(host, turn, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** When a host may be asked again, empty for at once. */
  Optional<Instant> nextTurn(String host) {
    return Optional.ofNullable(nextTurns.get(host)).filter(turn -> turn.isAfter(clock.instant()));
  }

  /** Waits, whatever the host. */
  void rest(Duration time) throws InterruptedIOException {
    try {
      sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped while waiting for a host's turn");
    }
  }

  /** The same as the sleeper of a backoff. */
  void sleep(Duration time) throws InterruptedException {
    sleeper.sleep(time);
  }
}
