package app.oegukmin.crawler.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A site's response to one request.
 *
 * @param location where it redirects to, empty string when nowhere
 * @param retryAfter the pause that it asks for
 * @param mediaType of the page
 * @param page empty unless the status is 200
 */
record SiteResponse(
    int status,
    String location,
    Optional<Duration> retryAfter,
    String mediaType,
    FetchedPage page) {

  private static final int TOO_MANY = 429;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> PASSING = Set.of(408, 425, TOO_MANY);

  // Of a host that wants to be left alone and does not say how long (F-37).
  private static final Duration UNNAMED_PAUSE = Duration.ofMinutes(1);

  boolean redirects() {
    return REDIRECTS.contains(status);
  }

  /** Where it redirects to on this host or another; empty when it does not, or to no web page. */
  Optional<URI> target(URI url) {
    try {
      URI to = url.resolve(location);
      return Optional.of(to)
          .filter(
              page -> redirects() && "https".equals(page.getScheme()) && page.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Passes on a response that is no failure, or one that another try would repeat.
   *
   * @throws FetchException when another try may meet another response
   */
  SiteResponse orTryLater(URI url) throws FetchException {
    if (status < 500 && !PASSING.contains(status)) {
      return this;
    }
    Optional<Duration> pause =
        retryAfter.or(() -> Optional.of(UNNAMED_PAUSE).filter(unnamed -> status == TOO_MANY));
    String reason = "Status " + status;
    throw pause.isPresent()
        ? FetchException.busy(url, reason, pause.get())
        : FetchException.passing(url, reason, null);
  }
}
