package app.oegukmin.shared.post;

import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Makes the numbers that posts have on the wire: positive, below 2^53, newer ones greater, so that
 * one key serves order and cursor (D-Q1).
 *
 * <pre>
 *   41 bits milliseconds since 2024 | 12 random bits
 * </pre>
 *
 * <p>Two of one millisecond may be equal: who stores a post does it on condition that the id is
 * free. Ids that the original has given are smaller, so its posts are older. Safe for use by many
 * threads if clock and random are.
 */
public final class PostIds {

  private static final Instant EPOCH = Instant.parse("2024-01-01T00:00:00Z");
  private static final int RANDOM_BITS = 12;

  private final InstantSource clock;
  private final RandomGenerator random;

  /** Ids by a clock. */
  public PostIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** An id of this moment. */
  public long next() {
    return first(clock.instant()) | random.nextInt(1 << RANDOM_BITS);
  }

  /** The lowest id of a moment: all that were given before are smaller. */
  public static long first(Instant moment) {
    return (moment.toEpochMilli() - EPOCH.toEpochMilli()) << RANDOM_BITS;
  }
}
