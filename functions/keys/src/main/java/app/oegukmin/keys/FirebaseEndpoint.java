package app.oegukmin.keys;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.key.FirebaseKeys;
import app.oegukmin.shared.web.Destination;
import app.oegukmin.shared.web.HeaderDuration;
import app.oegukmin.shared.web.HttpGet;
import app.oegukmin.shared.web.WebResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Google publishes the keys that Firebase signs ID tokens with (sites §6). */
final class FirebaseEndpoint {

  private static final URI GOOGLE = URI.create(FirebaseKeys.ADDRESS);

  private static final int LIMIT = 100_000;
  private static final Pattern MAX_AGE = Pattern.compile("\\bmax-age=(\\d{1,9})\\b");

  private final HttpGet http;
  private final Clock clock;

  /**
   * An endpoint.
   *
   * @param standIn asked instead of Google
   * @param patience for connecting, for each wait and for the whole response
   */
  FirebaseEndpoint(Optional<URI> standIn, Duration patience, Clock clock) {
    Destination destination =
        standIn.<Destination>map(uri -> keys -> uri).orElse(Destination.of(Optional.empty()));
    this.http = new HttpGet(destination, patience, LIMIT, clock);
    this.clock = clock;
  }

  /**
   * The keys as they are now.
   *
   * @throws IOException when there is no response, or one that holds anything but certificates
   */
  FirebaseKeys fetch() throws IOException {
    WebResponse response = http.send(GOOGLE, Map.of());
    if (!response.ok()) {
      throw new IOException("Status " + response.status());
    }
    String body = new String(response.body(), StandardCharsets.UTF_8);
    demandCertificates(body);
    return new FirebaseKeys(body, clock.instant().plus(lifetime(response)));
  }

  /**
   * Refused as a whole: with one broken certificate the verifier would read none, and nobody could
   * sign in.
   */
  private static void demandCertificates(String body) throws IOException {
    JsonNode keys = Json.MAPPER.readTree(body);
    if (!keys.isObject() || keys.isEmpty()) {
      throw new IOException("No certificates by kid");
    }
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (JsonNode key : keys) {
        byte[] pem = key.asText().getBytes(StandardCharsets.US_ASCII);
        factory.generateCertificate(new ByteArrayInputStream(pem));
      }
    } catch (CertificateException e) {
      throw new IOException("A value is no certificate", e);
    }
  }

  /**
   * The rest of the response's lifetime, a day at most (F-24); a cache on the way may have kept it
   * for a while.
   */
  private static Duration lifetime(WebResponse response) {
    Matcher maxAge = MAX_AGE.matcher(response.header("Cache-Control"));
    Duration life = maxAge.find() ? seconds(maxAge.group(1)) : Duration.ZERO;
    Duration spent = seconds(response.header("Age"));
    return life.compareTo(spent) > 0 ? life.minus(spent) : Duration.ZERO;
  }

  private static Duration seconds(String text) {
    return HeaderDuration.seconds(text).orElse(Duration.ZERO);
  }
}
