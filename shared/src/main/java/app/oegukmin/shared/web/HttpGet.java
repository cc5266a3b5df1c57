package app.oegukmin.shared.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends GET requests over HttpURLConnection, whose classes the AWS SDK has loaded already. Follows
 * no redirect, takes no more than a limit of bytes and of time, and connects only where the
 * destination allows. Safe for several threads.
 */
public final class HttpGet {

  private final Destination destination;
  private final Duration timeout;
  private final int bodyLimit;
  private final Clock clock;

  /**
   * A client.
   *
   * @param timeout for connecting, for each wait and for the whole body
   * @param bodyLimit the longest body taken, in bytes
   */
  public HttpGet(Destination destination, Duration timeout, int bodyLimit, Clock clock) {
    this.destination = destination;
    this.timeout = timeout;
    this.bodyLimit = bodyLimit;
    this.clock = clock;
  }

  /**
   * Asks for a page once.
   *
   * @return the response, whatever its status
   * @throws WebException when none came, too large a one, or the page is not to be asked for
   */
  public WebResponse send(URI page, Map<String, String> headers) throws WebException {
    try {
      return response(page, open(destination.locate(page), headers));
    } catch (WebException e) {
      throw e;
    } catch (IOException e) {
      throw WebException.passing(page, e.getClass().getSimpleName(), e);
    }
  }

  private HttpURLConnection open(URI address, Map<String, String> headers) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) timeout.toMillis());
    connection.setReadTimeout((int) timeout.toMillis());
    headers.forEach(connection::setRequestProperty);
    return connection;
  }

  private WebResponse response(URI page, HttpURLConnection connection) throws IOException {
    boolean whole = false;
    try {
      int status = connection.getResponseCode();
      boolean found = status == HttpURLConnection.HTTP_OK;
      byte[] body = found ? body(page, connection) : new byte[0];
      whole = true;
      return new WebResponse(status, headers(connection), body);
    } finally {
      // What was read to its end is kept alive for the next page.
      if (!whole) {
        connection.disconnect();
      }
    }
  }

  private static Map<String, String> headers(HttpURLConnection connection) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    // Number 0 is the status line, which has no name.
    for (int i = 1; connection.getHeaderFieldKey(i) != null; i++) {
      headers.put(connection.getHeaderFieldKey(i), connection.getHeaderField(i));
    }
    return headers;
  }

  private byte[] body(URI page, HttpURLConnection connection) throws IOException {
    // Disconnects before it fails: closing the stream alone would read the rest.
    Instant end = clock.instant().plus(timeout);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try (InputStream stream = connection.getInputStream()) {
      for (int length = stream.read(part); length >= 0; length = stream.read(part)) {
        body.write(part, 0, length);
        if (body.size() > bodyLimit) {
          connection.disconnect();
          throw WebException.lasting(page, "More than " + bodyLimit + " bytes");
        }
        if (clock.instant().isAfter(end)) {
          connection.disconnect();
          throw WebException.passing(page, "Too slow", null);
        }
      }
    }
    return body.toByteArray();
  }
}
