package app.oegukmin.crawler;

import app.oegukmin.crawler.fetch.FetchSettings;
import app.oegukmin.crawler.fetch.Fetcher;
import app.oegukmin.crawler.fetch.HostTable;
import app.oegukmin.crawler.fetch.Pace;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What the crawler gets from outside.
 *
 * @param settings how sites are asked
 * @param pace when
 * @param random the source of jitter between tries
 * @param out where metrics go
 */
record CrawlerSetup(
    FetchSettings settings, Pace pace, RandomGenerator random, Clock clock, PrintStream out) {

  private static final Duration POLITE_GAP = Duration.ofSeconds(1);

  /** The real one. A campus that stands in for the sites needs no pauses. */
  static CrawlerSetup real(FetchSettings settings, RandomGenerator random, Clock clock) {
    Duration gap = settings.campus().isPresent() ? Duration.ZERO : POLITE_GAP;
    return new CrawlerSetup(
        settings, new Pace(gap, clock, Thread::sleep), random, clock, System.out);
  }

  /** A fetcher over the table of hosts. */
  Fetcher fetcher(HostTable hosts) {
    return Fetcher.of(settings, hosts, pace, random, clock);
  }
}
