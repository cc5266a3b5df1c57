package app.oegukmin.local.socket;

import app.oegukmin.local.api.Headers;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The request that a connection began with.
 *
 * @param connectionId its name from now on
 * @param query decoded
 * @param at when it came
 */
record Handshake(
    String connectionId,
    Headers headers,
    Map<String, List<String>> query,
    String sourceIp,
    Instant at) {

  // As long as AWS's: 16 characters with a padding at the end.
  private static final int ID_BYTES = 11;

  private static final SecureRandom RANDOM = new SecureRandom();

  static String newId() {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
