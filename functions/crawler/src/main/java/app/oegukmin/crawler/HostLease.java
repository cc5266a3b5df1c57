package app.oegukmin.crawler;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Lets one function at a time work on a host: the queue may run several. A holder that dies is
 * waited for no longer than it could have run.
 */
final class HostLease {

  /** What is done while the host is held. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** Longer than the function may run. */
  private static final Duration LONGEST = Duration.ofMinutes(6);

  /** How long another's page is waited for; after that, the work is put off. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** From one look to the next, on average: those who wait do not look all at once. */
  private static final Duration LOOK = Duration.ofMillis(250);

  private final HostTable hosts;
  private final Pace pace;
  private final RandomGenerator random;
  private final Clock clock;

  HostLease(HostTable hosts, Pace pace, RandomGenerator random, Clock clock) {
    this.hosts = hosts;
    this.pace = pace;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Works on a host while nobody else does. A host that asks for a pause meanwhile is left alone by
   * everybody for that long.
   *
   * @return false when the host was not to be had
   * @throws IOException what the work throws
   */
  boolean hold(String host, Work work) throws IOException {
    String holder = Long.toHexString(random.nextLong());
    if (!taken(host, holder)) {
      return false;
    }
    try {
      work.run();
      return true;
    } catch (FetchException e) {
      e.pause().ifPresent(pause -> hosts.hush(host, clock.instant().plus(pause)));
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
