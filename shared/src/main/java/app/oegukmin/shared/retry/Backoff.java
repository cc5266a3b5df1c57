package app.oegukmin.shared.retry;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with full jitter: before the n-th retry a pause between one millisecond and
 * {@code first * 2^(n-1)}, but no more than {@code longest}. Many who failed together do not come
 * back together. Immutable and safe for use by many threads if random and sleeper are.
 *
 * <pre>{@code
 * Retries retries = backoff.tries(5);
 * while (true) {
 *   try {
 *     return write();
 *   } catch (TransactionCanceledException conflict) {
 *     if (!retries.pause()) {
 *       throw conflict;
 *     }
 *   }
 * }
 * }</pre>
 */
public final class Backoff {

  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private final Sleeper sleeper;

  /** A backoff with pauses of at most {@code first}, doubled each time up to {@code longest}. */
  public Backoff(Duration first, Duration longest, RandomGenerator random, Sleeper sleeper) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.sleeper = sleeper;
  }

  /** A backoff that puts the thread to sleep. */
  public static Backoff sleeping(Duration first, Duration longest) {
    // Any other generator repeats itself in each environment restored from one snapshot.
    return new Backoff(first, longest, new SecureRandom(), Thread::sleep);
  }

  /** The retries of one piece of work that is tried at most so often, the first try included. */
  public Retries tries(int most) {
    return new Retries(this, most - 1, FOREVER, InstantSource.fixed(Instant.EPOCH));
  }

  /**
   * The retries of one piece of work whose tries and pauses together last no longer than that; a
   * try that has begun is not cut short.
   *
   * @param clock tells how long the tries take
   */
  public Retries within(Duration patience, InstantSource clock) {
    return new Retries(this, Integer.MAX_VALUE, patience, clock);
  }

  /** The pause before a retry; the first has number 0. */
  public Duration pause(int retry) {
    return pause(retry, longest);
  }

  /**
   * The same, but no longer than another limit, unless that is shorter than {@code first}.
   *
   * @param another such as a part of the time that is left
   */
  Duration pause(int retry, Duration another) {
    long limit = first.toMillis();
    long most = Math.min(longest.toMillis(), Math.max(limit, another.toMillis()));
    for (int i = 0; i < retry && limit < most; i++) {
      limit *= 2;
    }
    return Duration.ofMillis(1 + random.nextLong(Math.max(1, Math.min(limit, most))));
  }

  void sleep(Duration time) throws InterruptedException {
    sleeper.sleep(time);
  }
}
