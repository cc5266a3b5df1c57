package app.oegukmin.translator;

import app.oegukmin.shared.notice.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Under what a translation is remembered: the same text, read the same way, into the same language.
 */
record TranslationKey(String value) {

  /** The SHA-256 of all three, in hexadecimal. */
  static TranslationKey of(String text, TextFormat format, Language target) {
    String whole = format + "\n" + target.tag() + "\n" + text;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return new TranslationKey(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
