package app.oegukmin.user;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the ids that other members know an account by (D-S1). */
final class PublicIds {

  // 128 random bits: an id cannot be guessed, does not repeat, and does not depend on the uid.
  private static final int BYTES = 16;

  private final SecureRandom random;

  PublicIds(SecureRandom random) {
    this.random = random;
  }

  /** A new one: 22 characters that may stand in a URL. */
  String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
