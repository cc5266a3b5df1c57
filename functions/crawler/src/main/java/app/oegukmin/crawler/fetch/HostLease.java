package app.oegukmin.crawler.fetch;

import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A lease, so that one function at a time works on a host; the queue runs several. The pause
 * between two requests goes with it from holder to holder. Who holds it may take it again. The
 * lease of a holder that died ends when the holder would have timed out. Not safe for use by many
 * threads.
 */
final class HostLease {

  /** Longer than the function may run. */
  private static final Duration LONGEST = Duration.ofMinutes(6);

  /** How long to wait for another holder; after that the work is postponed. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  // A visit to a host takes seconds, as a rule, and each look is a write that is paid.
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

  private final HostTable hosts;
  private final Pace pace;
  private final RandomGenerator random;
  private final Backoff backoff;
  private final Clock clock;
  private final Set<String> held = new HashSet<>();

  /** Leases in a table of hosts. */
  HostLease(HostTable hosts, Pace pace, RandomGenerator random, Clock clock) {
    this.hosts = hosts;
    this.pace = pace;
    this.random = random;
    this.backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, random, pace::sleep);
    this.clock = clock;
  }

  /**
   * Works on a host while nobody else does. If a host asks for a pause meanwhile, nobody sends it a
   * request for that long.
   *
   * @return false when the lease could not be taken
   * @throws IOException what the visit throws
   */
  boolean hold(String host, Fetcher.Visit visit) throws IOException {
    if (held.contains(host)) {
      visit.make();
      return true;
    }
    String holder = Long.toHexString(random.nextLong());
    if (!taken(host, holder)) {
      return false;
    }
    held.add(host);
    try {
      hosts.nextTurn(host).ifPresent(turn -> pace.notBefore(host, turn));
      visit.make();
      return true;
    } catch (FetchException e) {
      e.pause().ifPresent(pause -> hosts.quietUntil(e.host(), clock.instant().plus(pause)));
      throw e;
    } finally {
      held.remove(host);
      hosts.giveBack(host, holder, pace.nextTurn(host));
    }
  }

  private boolean taken(String host, String holder) {
    Retries looks = backoff.within(PATIENCE, clock);
    Instant now;
    do {
      now = clock.instant();
      if (hosts.take(host, holder, now, now.plus(LONGEST))) {
        return true;
      }
    } while (!hosts.quiet(host, now) && looks.pause());
    return false;
  }
}
