package app.oegukmin.crawler.fetch;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * A lease, so that one function at a time works on a host; the queue runs several. The lease of a
 * holder that died ends when the holder would have timed out.
 */
public final class HostLease {

  /** The work that is done while the lease is held. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  /** Longer than the function may run. */
  private static final Duration LONGEST = Duration.ofMinutes(6);

  /** How long to wait for another holder; after that the work is postponed. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** The average time between two looks; with jitter, so that not all look at once. */
  private static final Duration LOOK = Duration.ofMillis(250);

  private final HostTable hosts;
  private final Pace pace;
  private final RandomGenerator random;
  private final Clock clock;

  /** Leases in a table of hosts. */
  public HostLease(HostTable hosts, Pace pace, RandomGenerator random, Clock clock) {
    this.hosts = hosts;
    this.pace = pace;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Works on a host while nobody else does. If the host asks for a pause meanwhile, nobody sends it
   * a request for that long.
   *
   * @return false when the lease could not be taken
   * @throws IOException what the work throws
   */
  public boolean hold(String host, Work work) throws IOException {
    String holder = Long.toHexString(random.nextLong());
    if (!taken(host, holder)) {
      return false;
    }
    try {
      work.run();
      return true;
    } catch (FetchException e) {
      e.pause().ifPresent(pause -> hosts.quietUntil(host, clock.instant().plus(pause)));
      throw e;
    } finally {
      hosts.giveBack(host, holder);
    }
  }

  private boolean taken(String host, String holder) throws IOException {
    Duration waited = Duration.ZERO;
    while (waited.compareTo(PATIENCE) <= 0) {
      Instant now = clock.instant();
      if (hosts.take(host, holder, now, now.plus(LONGEST))) {
        return true;
      }
      Duration pause = Duration.ofMillis(1 + random.nextLong(2 * LOOK.toMillis()));
      pace.rest(pause);
      waited = waited.plus(pause);
    }
    return false;
  }
}
