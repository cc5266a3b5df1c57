package app.oegukmin.translator;

import app.oegukmin.shared.digest.Digests;
import app.oegukmin.shared.language.Language;
import java.util.HexFormat;

/** The key of a stored translation: the same text, read the same way, into the same language. */
record TranslationKey(String value) {

  /** The SHA-256 of all three, in hexadecimal. */
  static TranslationKey of(String text, TextFormat format, Language target) {
    String whole = format + "\n" + target.tag() + "\n" + text;
    return new TranslationKey(HexFormat.of().formatHex(Digests.sha256(whole)));
  }
}
