package app.oegukmin.crawler.fetch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/**
 * Fetches pages politely: asks a host while nobody else does, obeys robots.txt, keeps a pause
 * between requests, follows redirects only within the site, and retries only failures that may
 * pass, after a pause with jitter.
 */
public final class Fetcher {

  private static final int MAX_REDIRECTS = 3;
  private static final int TRIES = 2;
  private static final int HTTPS = 443;
  private static final Duration BACKOFF = Duration.ofSeconds(1);

  /** After a longer Retry-After the work is postponed instead of waited for. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private static final Set<Integer> MISSING = Set.of(404, 410);

  private final SiteClient client;
  private final HostLease lease;
  private final RobotsCache robots;
  private final Pace pace;
  private final RandomGenerator random;

  private Fetcher(
      SiteClient client, HostLease lease, RobotsCache robots, Pace pace, RandomGenerator random) {
    this.client = client;
    this.lease = lease;
    this.robots = robots;
    this.pace = pace;
    this.random = random;
  }

  /**
   * A fetcher over the table of hosts.
   *
   * @param random the source of jitter between tries
   */
  public static Fetcher of(
      FetchSettings settings, HostTable hosts, Pace pace, RandomGenerator random, Clock clock) {
    SiteClient client = new SiteClient(settings, clock);
    return new Fetcher(
        client,
        new HostLease(hosts, pace, random, clock),
        new RobotsCache(client, hosts, pace, clock),
        pace,
        random);
  }

  /** What is done with several pages of a host. */
  @FunctionalInterface
  public interface Visit {
    /** Fetches them. */
    void make() throws IOException;
  }

  /**
   * Keeps a host to this function during a visit, so that no other comes in between its pages. If a
   * host asks for a pause meanwhile, nobody sends it a request for that long.
   *
   * @return false when another function does not leave the host, or while it wants a pause
   * @throws IOException what the visit throws
   */
  public boolean visit(String host, Visit visit) throws IOException {
    return lease.hold(host, visit);
  }

  /**
   * Gets a page.
   *
   * @throws FetchException when the page could not be fetched
   */
  public FetchedPage get(URI url, Media media) throws IOException {
    return getIfChanged(url, media, Validator.NONE)
        .orElseThrow(() -> FetchException.lasting(url, "Status 304 unasked"));
  }

  /**
   * Gets a page unless it is still as known.
   *
   * @param known a version of this page; a version of another page is ignored
   * @return empty when the site says that nothing has changed
   * @throws FetchException when the page could not be fetched
   */
  public Optional<FetchedPage> getIfChanged(URI url, Media media, Validator known)
      throws IOException {
    var page = new AtomicReference<Optional<FetchedPage>>();
    if (!visit(url.getHost(), () -> page.set(tried(url, media, known)))) {
      throw FetchException.passing(url, "The host is not free", null);
    }
    return page.get();
  }

  private Optional<FetchedPage> tried(URI url, Media media, Validator known) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        return followed(url, media, known);
      } catch (FetchException e) {
        Duration wait = e.pause().orElseGet(this::backoff);
        if (!e.passing() || tries == TRIES || wait.compareTo(LONGEST_WAIT) > 0) {
          throw e;
        }
        pace.rest(wait);
      }
    }
  }

  private Duration backoff() {
    return BACKOFF.plusMillis(random.nextLong(BACKOFF.toMillis()));
  }

  private Optional<FetchedPage> followed(URI url, Media media, Validator known) throws IOException {
    URI at = url;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      Optional<Duration> delay = robots.admit(at);
      pace.awaitTurn(at.getHost(), delay);
      SiteResponse response =
          client.ask(at, headers(media, known.tells(at.toString()) ? known : Validator.NONE));
      if (response.status() == HttpURLConnection.HTTP_NOT_MODIFIED) {
        return Optional.empty();
      }
      if (!response.redirects()) {
        return Optional.of(page(at, response, media));
      }
      at = redirected(at, response.location());
    }
    throw FetchException.lasting(url, "More than " + MAX_REDIRECTS + " redirects");
  }

  private static Map<String, String> headers(Media media, Validator known) {
    Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", media.accept()));
    if (!known.etag().isEmpty()) {
      headers.put("If-None-Match", known.etag());
    }
    if (!known.lastModified().isEmpty()) {
      headers.put("If-Modified-Since", known.lastModified());
    }
    return headers;
  }

  // Checked against the page's own address, not against that of a campus standing in for it.
  private static URI redirected(URI from, String location) throws FetchException {
    try {
      URI to = from.resolve(location);
      if (!location.isEmpty() && sameSite(from, to)) {
        return from.resolve(
            to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()));
      }
    } catch (IllegalArgumentException e) {
      throw FetchException.lasting(from, "Redirect to nowhere");
    }
    throw FetchException.lasting(from, "Redirect out of the site");
  }

  // The same host may be written in capitals, or with the port that it has anyway.
  private static boolean sameSite(URI from, URI to) {
    return from.getScheme().equals(to.getScheme())
        && from.getHost().equalsIgnoreCase(to.getHost())
        && (to.getPort() == from.getPort() || to.getPort() == HTTPS);
  }

  private static FetchedPage page(URI url, SiteResponse response, Media media)
      throws FetchException {
    int status = response.orTryLater(url).status();
    if (MISSING.contains(status)) {
      throw FetchException.missing(url, "Status " + status);
    }
    if (status != HttpURLConnection.HTTP_OK) {
      throw FetchException.lasting(url, "Status " + status);
    }
    if (!media.accepts(response.mediaType())) {
      throw FetchException.lasting(url, "Not " + media.accept() + " but " + response.mediaType());
    }
    if (!response.page().whole(media)) {
      throw FetchException.passing(url, "Half a page", null);
    }
    return response.page();
  }
}
