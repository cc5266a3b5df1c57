package app.oegukmin.user;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The content of a valid refresh token.
 *
 * @param member the account's id
 * @param family the sign-in it descends from
 * @param id unique to the token
 * @param successor the id of the token it is exchanged for: the same whenever it is asked for, and
 *     known to nobody without our key
 */
record RefreshToken(String member, String family, String id, String successor) {

  private static final String HMAC = "HmacSHA256";

  /** A token whose successor is made with the key that signed it. */
  static RefreshToken of(String member, String family, String id, byte[] key) {
    return new RefreshToken(member, family, id, successor(id, key));
  }

  /** What the session keeps of it. */
  String hash() {
    return hash(id);
  }

  /** What the session keeps of the token with an id; the token cannot be made from it. */
  static String hash(String id) {
    try {
      return encode(MessageDigest.getInstance("SHA-256").digest(bytes(id)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is required of every JRE", e);
    }
  }

  private static String successor(String id, byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      // No JWT begins with this text, so the result is never the signature of one.
      return encode(mac.doFinal(bytes("successor:" + id)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JRE must have " + HMAC, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Shows no id. */
  @Override
  public String toString() {
    return "RefreshToken";
  }
}
