package app.oegukmin.user;

import app.oegukmin.shared.digest.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

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
    return encode(Digests.sha256(id));
  }

  private static String successor(String id, byte[] key) {
    // No JWT begins with this text, so the result is never the signature of one.
    byte[] message = ("successor:" + id).getBytes(StandardCharsets.UTF_8);
    return encode(Digests.hmacSha256(key, message));
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
