package app.oegukmin.crawler.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Holds each host's robots.txt, which is fetched once a day. */
final class RobotsCache {

  // Within an instance: how long until the table is read again.
  private static final Duration LIFE = Duration.ofHours(1);

  // RFC 9309 §2.3.1.2 asks for so many.
  private static final int MOST_REDIRECTS = 5;

  private record Known(Robots robots, Instant until) {}

  private final SiteClient client;
  private final HostTable hosts;
  private final Pace pace;
  private final Clock clock;
  private final Map<String, Known> known = new HashMap<>();

  RobotsCache(SiteClient client, HostTable hosts, Pace pace, Clock clock) {
    this.client = client;
    this.hosts = hosts;
    this.pace = pace;
    this.clock = clock;
  }

  /**
   * Checks whether robots.txt allows a page.
   *
   * @return the pause that the host wants between requests, empty when it wants none
   * @throws FetchException when the page is not allowed, or the file cannot be fetched
   */
  Optional<Duration> admit(URI page) throws IOException {
    Robots robots = of(page);
    if (!robots.allows(page)) {
      throw FetchException.lasting(page, "Disallowed by robots.txt");
    }
    return robots.delay();
  }

  private Robots of(URI page) throws IOException {
    Instant now = clock.instant();
    Known cached = known.get(page.getHost());
    if (cached != null && now.isBefore(cached.until())) {
      return cached.robots();
    }
    Optional<String> kept = hosts.robots(page.getHost(), now);
    String file = kept.isPresent() ? kept.get() : asked(page, now);
    Robots robots = Robots.parse(file, FetchSettings.NAME);
    known.put(page.getHost(), new Known(robots, now.plus(LIFE)));
    return robots;
  }

  // A host that refuses the file (4xx) has no rules; while it fails (5xx) it is not crawled.
  private String asked(URI page, Instant now) throws IOException {
    URI url = page.resolve("/robots.txt");
    for (int redirects = 0; ; redirects++) {
      pace.awaitTurn(url.getHost(), Optional.empty());
      SiteResponse response = client.ask(url, Map.of("Accept", Media.TEXT.accept()));
      response.orTryLater(url);
      Optional<URI> next = redirects < MOST_REDIRECTS ? response.target(url) : Optional.empty();
      if (next.isEmpty()) {
        String file = response.page().text();
        hosts.keepRobots(page.getHost(), file, now);
        return file;
      }
      url = next.get();
    }
  }
}
