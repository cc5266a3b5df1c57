package app.oegukmin.shared.digest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests and message authentication codes. Every JRE has the algorithms. */
public final class Digests {

  private static final String HMAC = "HmacSHA256";

  private Digests() {}

  /** The 32 bytes of SHA-256 over a text in UTF-8. */
  public static byte[] sha256(String text) {
    return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 over what is still to come; one thread at a time may use it. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is required of every JRE", e);
    }
  }

  /** The 32 bytes of HMAC-SHA-256 over a message. */
  public static byte[] hmacSha256(byte[] secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(HMAC + " is required of every JRE", e);
    }
  }
}
