package app.oegukmin.menucrawler;

import app.oegukmin.shared.env.Environment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Fetches feeds: it names itself, limits time and bytes, and follows no redirect. It is not the
 * notice crawler's client, which crawls unknown pages; this one fetches two addresses a few times a
 * day.
 */
final class FeedClient {

  private static final int BODY_LIMIT = 5_000_000;

  private final Optional<String> campus;
  private final String contact;
  private final Duration patience;
  private final Clock clock;

  /**
   * A client.
   *
   * @param environment {@code CRAWLER_CONTACT}, part of the User-Agent, and {@code CAMPUS_URL},
   *     which stands in for every site: {@code https://site/path?query} is asked for as {@code
   *     campus/site/path?query}
   * @param patience for connecting, for each wait and for the whole response
   */
  FeedClient(Environment environment, Duration patience, Clock clock) {
    this.campus = environment.optional("CAMPUS_URL");
    this.contact = environment.require("CRAWLER_CONTACT");
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * The response of a feed as text. It is read as UTF-8 whatever a header says (D-M4), without a
   * byte order mark.
   *
   * @param accept the media types to ask for
   * @throws FeedException when it cannot be fetched whole
   */
  String get(URI feed, String accept) throws FeedException {
    try {
      HttpURLConnection connection = open(feed, accept);
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        connection.disconnect();
        throw new FeedException(feed, "Status " + status);
      }
      return utf8(body(feed, connection));
    } catch (CharacterCodingException e) {
      throw new FeedException(feed, "Not UTF-8", e);
    } catch (FeedException e) {
      throw e;
    } catch (IOException e) {
      throw new FeedException(feed, e.getClass().getSimpleName(), e);
    }
  }

  private HttpURLConnection open(URI feed, String accept) throws IOException {
    var connection = (HttpURLConnection) location(feed).toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) patience.toMillis());
    connection.setReadTimeout((int) patience.toMillis());
    connection.setRequestProperty("Accept", accept);
    connection.setRequestProperty(
        "User-Agent", "Oegukmin/1.0 (menus for foreign students; +" + contact + ")");
    return connection;
  }

  private URI location(URI feed) {
    return campus
        .map(base -> base.endsWith("/") ? base : base + "/")
        .map(base -> URI.create(base + feed.toString().replaceFirst("^https://", "")))
        .orElse(feed);
  }

  private byte[] body(URI feed, HttpURLConnection connection) throws IOException {
    Instant end = clock.instant().plus(patience);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try (InputStream answer = connection.getInputStream()) {
      for (int length = answer.read(part); length >= 0; length = answer.read(part)) {
        body.write(part, 0, length);
        if (body.size() > BODY_LIMIT) {
          throw new FeedException(feed, "More than " + BODY_LIMIT + " bytes");
        }
        if (clock.instant().isAfter(end)) {
          throw new FeedException(feed, "Too slow");
        }
      }
    }
    return body.toByteArray();
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.replaceFirst("^\uFEFF", "");
  }
}
