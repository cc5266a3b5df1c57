package app.oegukmin.menucrawler;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.web.Destination;
import app.oegukmin.shared.web.HttpGet;
import app.oegukmin.shared.web.WebException;
import app.oegukmin.shared.web.WebResponse;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Fetches feeds under our name. It reads no robots.txt and keeps no pace, as the notice crawler
 * does, because it fetches two known addresses a few times a day.
 */
final class FeedClient {

  private static final int BODY_LIMIT = 5_000_000;

  private final String userAgent;
  private final HttpGet http;

  /**
   * A client.
   *
   * @param environment {@code CRAWLER_CONTACT}, part of the User-Agent, and {@code CAMPUS_URL},
   *     which stands in for every site
   * @param patience for connecting, for each wait and for the whole response
   */
  FeedClient(Environment environment, Duration patience, Clock clock) {
    String contact = environment.require("CRAWLER_CONTACT");
    this.userAgent = "Oegukmin/1.0 (menus for foreign students; +" + contact + ")";
    Destination destination = Destination.of(environment.optional("CAMPUS_URL").map(URI::create));
    this.http = new HttpGet(destination, patience, BODY_LIMIT, clock);
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
      WebResponse response = http.send(feed, Map.of("Accept", accept, "User-Agent", userAgent));
      if (!response.ok()) {
        throw new FeedException(feed, "Status " + response.status());
      }
      return utf8(response.body());
    } catch (CharacterCodingException e) {
      throw new FeedException(feed, "Not UTF-8", e);
    } catch (WebException e) {
      throw new FeedException(feed, e.reason(), e.getCause());
    }
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.replaceFirst("^\uFEFF", "");
  }
}
