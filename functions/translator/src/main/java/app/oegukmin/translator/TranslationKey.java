package app.oegukmin.translator;

import app.oegukmin.shared.language.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The key of a stored translation: the same text, read the same way, into the same language. */
record TranslationKey(String value) {

  /** The SHA-256 of all three, in hexadecimal. */
  static TranslationKey of(String text, TextFormat format, Language target) {
    String whole = format + "\n" + target.tag() + "\n" + text;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return new TranslationKey(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is required of every JRE", e);
    }
  }
}
