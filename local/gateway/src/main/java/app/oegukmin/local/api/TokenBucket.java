package app.oegukmin.local.api;

import app.oegukmin.template.Throttle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A token bucket that is full at first and counts exactly: a nanosecond brings {@code rate} parts,
 * a token has a thousand million of them.
 */
final class TokenBucket {

  private static final long TOKEN = 1_000_000_000L;

  private final long rate;
  private final long capacity;
  private final InstantSource clock;
  private long level;
  private Instant last;

  TokenBucket(Throttle throttle, InstantSource clock) {
    this.rate = throttle.rate();
    this.capacity = throttle.burst() * TOKEN;
    this.clock = clock;
    this.level = capacity;
    this.last = clock.instant();
  }

  /** Takes a token if there is one. */
  synchronized boolean take() {
    refill(clock.instant());
    if (level < TOKEN) {
      return false;
    }
    level -= TOKEN;
    return true;
  }

  /** A clock that is set back brings nothing and takes nothing. */
  private void refill(Instant now) {
    if (!now.isAfter(last)) {
      return;
    }
    long elapsed = Duration.between(last, now).toNanos();
    boolean full = rate > 0 && elapsed > (capacity - level) / rate;
    level = full ? capacity : level + elapsed * rate;
    last = now;
  }
}
