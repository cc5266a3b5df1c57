package app.oegukmin.shared.limit;

import java.time.Duration;

/**
 * A token bucket in whole numbers: it holds at most {@code capacity} tokens and gains {@code gain}
 * of them every {@code millis}. A token is counted as {@code millis} units, so that each
 * millisecond brings exactly {@code gain} units and no fraction is ever rounded.
 */
public record Bucket(long capacity, long gain, long millis) {

  /** The largest whole number that Lua computes with exactly. */
  private static final long EXACT = 1L << 53;

  /**
   * A bucket as it is counted.
   *
   * @throws IllegalArgumentException when a number is not positive or too large to be exact
   */
  public Bucket {
    if (capacity < 1 || gain < 1 || millis < 1) {
      throw new IllegalArgumentException("A bucket's numbers are positive");
    }
    if (capacity > EXACT / millis) {
      throw new IllegalArgumentException("A bucket of " + capacity + " cannot be counted exactly");
    }
  }

  private static long divisor(long one, long other) {
    return other == 0 ? one : divisor(other, one % other);
  }

  /** A bucket that gains some tokens in every period, in lowest terms. */
  public static Bucket of(long capacity, long gain, Duration period) {
    long divisor = divisor(gain, period.toMillis());
    return new Bucket(capacity, gain / divisor, period.toMillis() / divisor);
  }

  /** What so many have together when each has this; a token keeps its units. */
  public Bucket times(int members) {
    return new Bucket(
        Math.multiplyExact(capacity, members), Math.multiplyExact(gain, members), millis);
  }

  /** Units of so many tokens. */
  long units(long tokens) {
    return Math.multiplyExact(tokens, millis);
  }

  /** Whole tokens in so many units. */
  long tokens(long units) {
    return units / millis;
  }

  /** Seconds until so many units have been gained, rounded up. */
  long seconds(long units) {
    return Math.ceilDiv(Math.max(0, units), Math.multiplyExact(1000L, gain));
  }
}
