package app.oegukmin.crawler.fetch;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.web.Destination;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How sites are fetched.
 *
 * @param campus stands in for every site: {@code https://site/path?query} is asked for as {@code
 *     campus/site/path?query}; empty to ask the sites themselves
 * @param contact where a site's operator can reach us: a URL or an address, part of User-Agent
 * @param timeout for connecting, for the first byte, for the body and for each wait within it
 * @param bodyLimit the longest response that is read, in bytes
 */
public record FetchSettings(Optional<URI> campus, String contact, Duration timeout, int bodyLimit) {

  /** The name under which sites know us, and by which a robots.txt addresses us. */
  static final String NAME = "Oegukmin";

  private static final Duration TIMEOUT = Duration.ofSeconds(8);
  private static final int BODY_LIMIT = 5_000_000;

  /** The settings of a function: {@code CAMPUS_URL} and {@code CRAWLER_CONTACT}. */
  public static FetchSettings of(Environment environment) {
    Optional<URI> campus = environment.optional("CAMPUS_URL").map(URI::create);
    return new FetchSettings(campus, environment.require("CRAWLER_CONTACT"), TIMEOUT, BODY_LIMIT);
  }

  /** How long one page can take at worst, tried twice. */
  public Duration longest() {
    return timeout.multipliedBy(4 * 2);
  }

  /** The User-Agent header, for the site's log. */
  String userAgent() {
    return NAME + "/1.0 (notices for foreign students; +" + contact + ")";
  }

  /** Where requests go: to the sites, or to the campus that stands in for them. */
  Destination destination() {
    return Destination.of(campus);
  }
}
