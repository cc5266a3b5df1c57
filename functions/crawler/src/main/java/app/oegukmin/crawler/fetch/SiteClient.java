package app.oegukmin.crawler.fetch;

import app.oegukmin.shared.web.HttpGet;
import app.oegukmin.shared.web.WebException;
import app.oegukmin.shared.web.WebResponse;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Sends one request to a site, under the crawler's name. */
final class SiteClient {

  private final String userAgent;
  private final HttpGet http;
  private final Clock clock;

  SiteClient(FetchSettings settings, Clock clock) {
    this.userAgent = settings.userAgent();
    this.http =
        new HttpGet(settings.destination(), settings.timeout(), settings.bodyLimit(), clock);
    this.clock = clock;
  }

  /**
   * Asks for a page.
   *
   * @param headers beside User-Agent
   * @throws FetchException when no response came, or one that is too large
   */
  SiteResponse ask(URI page, Map<String, String> headers) throws FetchException {
    Map<String, String> all = new HashMap<>(headers);
    all.put("User-Agent", userAgent);
    try {
      return response(page, http.send(page, all));
    } catch (WebException e) {
      throw e.passing()
          ? FetchException.passing(page, e.reason(), e.getCause())
          : FetchException.lasting(page, e.reason());
    }
  }

  private SiteResponse response(URI page, WebResponse response) {
    ContentType type = ContentType.of(response.header("Content-Type"));
    Validator version =
        new Validator(page.toString(), response.header("ETag"), response.header("Last-Modified"));
    return new SiteResponse(
        response.status(),
        response.header("Location"),
        RetryAfter.parse(response.header("Retry-After"), clock),
        type.mediaType(),
        new FetchedPage(page, type.charset(), version, response.body()));
  }
}
