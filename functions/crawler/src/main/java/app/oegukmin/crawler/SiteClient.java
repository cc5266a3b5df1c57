package app.oegukmin.crawler;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Sends one request to a site, over HttpURLConnection, whose classes the AWS SDK has loaded
 * already. It reads no more than a limit of bytes within a limit of time, and connects to public
 * addresses only, unless a campus stands in for the sites.
 */
final class SiteClient {

  private final FetchSettings settings;
  private final PublicAddress addresses;
  private final Clock clock;

  SiteClient(FetchSettings settings, PublicAddress addresses, Clock clock) {
    this.settings = settings;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * Asks for a page.
   *
   * @param headers beside User-Agent
   * @throws FetchException when no response came, or one that is too large
   */
  Answer ask(URI page, Map<String, String> headers) throws IOException {
    if (settings.campus().isEmpty()) {
      addresses.require(page);
    }
    HttpURLConnection connection = open(page, headers);
    boolean whole = false;
    try {
      Answer answer = answer(page, connection);
      whole = true;
      return answer;
    } catch (FetchException e) {
      throw e;
    } catch (IOException e) {
      throw FetchException.passing(page, e.getClass().getSimpleName(), e);
    } finally {
      // What was read to its end is kept alive for the next page.
      if (!whole) {
        connection.disconnect();
      }
    }
  }

  private HttpURLConnection open(URI page, Map<String, String> headers) throws IOException {
    var connection = (HttpURLConnection) settings.location(page).toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) settings.timeout().toMillis());
    connection.setReadTimeout((int) settings.timeout().toMillis());
    headers.forEach(connection::setRequestProperty);
    connection.setRequestProperty("User-Agent", settings.userAgent());
    return connection;
  }

  private Answer answer(URI page, HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    ContentType type = ContentType.of(header(connection, "Content-Type"));
    Validator version =
        new Validator(
            page.toString(), header(connection, "ETag"), header(connection, "Last-Modified"));
    boolean found = status == HttpURLConnection.HTTP_OK;
    return new Answer(
        status,
        header(connection, "Location"),
        RetryAfter.parse(header(connection, "Retry-After"), clock),
        type.mediaType(),
        new Fetched(page, type.charset(), version, found ? body(page, connection) : new byte[0]));
  }

  private static String header(HttpURLConnection connection, String name) {
    return Optional.ofNullable(connection.getHeaderField(name)).orElse("");
  }

  private byte[] body(URI url, HttpURLConnection connection) throws IOException {
    Instant end = clock.instant().plus(settings.timeout());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try (InputStream answer = connection.getInputStream()) {
      for (int length = answer.read(part); length >= 0; length = answer.read(part)) {
        body.write(part, 0, length);
        if (body.size() > settings.bodyLimit()) {
          connection.disconnect();
          throw FetchException.lasting(url, "More than " + settings.bodyLimit() + " bytes");
        }
        if (clock.instant().isAfter(end)) {
          connection.disconnect();
          throw FetchException.passing(url, "Too slow", null);
        }
      }
    }
    return body.toByteArray();
  }
}
