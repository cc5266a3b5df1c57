package app.oegukmin.crawler;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Gets pages as a polite guest: names itself, keeps its pace, takes no more than a limit, and
 * follows a redirect only within the site. Over HttpURLConnection, whose classes the AWS SDK has
 * loaded already.
 */
final class Fetcher {

  private static final int MAX_REDIRECTS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private final FetchSettings settings;
  private final Pace pace;
  private final Clock clock;

  Fetcher(FetchSettings settings, Pace pace, Clock clock) {
    this.settings = settings;
    this.pace = pace;
    this.clock = clock;
  }

  /**
   * Gets a page.
   *
   * @param mediaType what to ask for and the only thing to accept: the official site answers JSON
   *     instead of its pages to who does not ask for HTML
   * @throws FetchException when the page could not be had
   */
  Fetched get(URI url, String mediaType) throws IOException {
    URI at = url;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      pace.awaitTurn(at.getHost());
      HttpURLConnection connection = open(at, mediaType);
      try {
        if (!REDIRECTS.contains(connection.getResponseCode())) {
          return answer(at, connection, mediaType);
        }
        at = redirected(at, connection.getHeaderField("Location"));
        connection.disconnect();
      } catch (IOException e) {
        connection.disconnect();
        throw e instanceof FetchException known
            ? known
            : FetchException.passing(at, e.getClass().getSimpleName(), e);
      }
    }
    throw FetchException.lasting(url, "More than " + MAX_REDIRECTS + " redirects");
  }

  private HttpURLConnection open(URI page, String mediaType) throws IOException {
    var connection = (HttpURLConnection) settings.location(page).toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) settings.timeout().toMillis());
    connection.setReadTimeout((int) settings.timeout().toMillis());
    connection.setRequestProperty("Accept", mediaType);
    connection.setRequestProperty("User-Agent", settings.userAgent());
    return connection;
  }

  // Checked against the page's own address, not against that of a campus standing in for it.
  private static URI redirected(URI from, String location) throws FetchException {
    if (location == null) {
      throw FetchException.lasting(from, "Redirect without Location");
    }
    try {
      URI to = from.resolve(location);
      if (from.getScheme().equals(to.getScheme()) && from.getHost().equals(to.getHost())) {
        return to;
      }
    } catch (IllegalArgumentException e) {
      throw FetchException.lasting(from, "Redirect to nowhere");
    }
    throw FetchException.lasting(from, "Redirect out of the site");
  }

  private Fetched answer(URI url, HttpURLConnection connection, String mediaType)
      throws IOException {
    int status = connection.getResponseCode();
    if (status >= 500 || PASSING.contains(status)) {
      throw FetchException.passing(url, "Status " + status, null);
    }
    if (status != HttpURLConnection.HTTP_OK) {
      throw FetchException.lasting(url, "Status " + status);
    }
    ContentType type = ContentType.of(Optional.ofNullable(connection.getContentType()).orElse(""));
    if (!type.mediaType().equals(mediaType)) {
      throw FetchException.lasting(url, "Not " + mediaType + " but " + type.mediaType());
    }
    return new Fetched(url, type.charset(), body(url, connection));
  }

  private byte[] body(URI url, HttpURLConnection connection) throws IOException {
    Instant end = clock.instant().plus(settings.timeout());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try (InputStream answer = connection.getInputStream()) {
      for (int length = answer.read(part); length >= 0; length = answer.read(part)) {
        body.write(part, 0, length);
        if (body.size() > settings.bodyLimit()) {
          throw FetchException.lasting(url, "More than " + settings.bodyLimit() + " bytes");
        }
        if (clock.instant().isAfter(end)) {
          throw FetchException.passing(url, "Too slow", null);
        }
      }
    }
    return body.toByteArray();
  }
}
