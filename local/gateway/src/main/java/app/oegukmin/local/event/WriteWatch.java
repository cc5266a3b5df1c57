package app.oegukmin.local.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Waits until a table is written to: whatever is asked of an idle stream costs DynamoDB Local
 * milliseconds, and a read a search through all records that it keeps (F-62).
 */
record WriteWatch(TableStream stream, Lifetime lifetime, Clock clock) {

  /** DynamoDB Local's own deletions (TTL) and what writes to it directly are not counted. */
  private static final Duration UNCOUNTED = Duration.ofMinutes(5);

  /**
   * Waits while the number of writes stays the same, five minutes at most.
   *
   * @param writes the number
   * @param step how long it pauses between two looks at it
   * @param goesOn whether the caller has still something to wait for
   */
  void await(long writes, Duration step, BooleanSupplier goesOn) {
    Instant due = clock.instant().plus(UNCOUNTED);
    do {
      lifetime.pause(step);
    } while (goesOn.getAsBoolean() && stream.writes() == writes && clock.instant().isBefore(due));
  }
}
