package app.oegukmin.crawler;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What the crawler meets outside itself.
 *
 * @param settings how sites are asked
 * @param pace when
 * @param random what keeps tries of several crawlers apart
 * @param out where metrics go
 */
record World(
    FetchSettings settings, Pace pace, RandomGenerator random, Clock clock, PrintStream out) {

  private static final Duration POLITE_GAP = Duration.ofSeconds(1);

  /** The real one. A campus stands in for the sites on one machine: it needs no gentle pace. */
  static World real(FetchSettings settings, RandomGenerator random) {
    Clock clock = Clock.systemUTC();
    Duration gap = settings.campus().isPresent() ? Duration.ZERO : POLITE_GAP;
    return new World(settings, new Pace(gap, clock, Thread::sleep), random, clock, System.out);
  }

  /** A fetcher that minds what is known of hosts. */
  Fetcher fetcher(HostTable hosts) {
    SiteClient client = new SiteClient(settings, PublicAddress.ofSystem(), clock);
    return new Fetcher(client, new RobotsCache(client, hosts, clock), pace, random);
  }
}
