package app.oegukmin.keys;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.key.FirebaseKeys;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Google publishes the keys that Firebase signs ID tokens with (sites §6). */
final class FirebaseEndpoint {

  /** Google's own. */
  static final URI GOOGLE = URI.create(FirebaseKeys.ADDRESS);

  private static final int LIMIT = 100_000;
  private static final Pattern MAX_AGE = Pattern.compile("\\bmax-age=(\\d{1,9})\\b");

  private final URI uri;
  private final Duration patience;
  private final Clock clock;

  /**
   * An endpoint.
   *
   * @param patience for connecting and for each wait
   */
  FirebaseEndpoint(URI uri, Duration patience, Clock clock) {
    this.uri = uri;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * The keys as they are now.
   *
   * @throws IOException when there is no response, or one that holds anything but certificates
   */
  FirebaseKeys fetch() throws IOException {
    var connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) patience.toMillis());
    connection.setReadTimeout((int) patience.toMillis());
    try {
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException("Status " + status);
      }
      String body = body(connection);
      demandCertificates(body);
      return new FirebaseKeys(body, clock.instant().plus(lifetime(connection)));
    } finally {
      connection.disconnect();
    }
  }

  private static String body(HttpURLConnection connection) throws IOException {
    try (InputStream answer = connection.getInputStream()) {
      byte[] body = answer.readNBytes(LIMIT + 1);
      if (body.length > LIMIT) {
        throw new IOException("More than " + LIMIT + " bytes");
      }
      return new String(body, StandardCharsets.UTF_8);
    }
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

  /** The rest of the response's lifetime; a cache on the way may have kept it for a while. */
  private static Duration lifetime(HttpURLConnection connection) {
    String cacheControl = connection.getHeaderField("Cache-Control");
    Matcher maxAge = MAX_AGE.matcher(cacheControl == null ? "" : cacheControl);
    long seconds = maxAge.find() ? Long.parseLong(maxAge.group(1)) : 0;
    return Duration.ofSeconds(Math.max(0, seconds - connection.getHeaderFieldLong("Age", 0)));
  }
}
