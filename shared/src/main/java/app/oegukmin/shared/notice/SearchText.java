package app.oegukmin.shared.notice;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as a search compares it, on both sides. */
final class SearchText {

  /** The longest text that is kept, in bytes: some 1,000 Korean or 3,000 English characters. */
  static final int LONGEST = 3_000;

  // The app sends a plus as it is, and the gateway takes that for a space (D-F6).
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}+]");

  private SearchText() {}

  /** Lower case, composed (Hangul typed on a Mac is not), every space a plain one. */
  static String fold(String text) {
    String composed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    return SPACE.matcher(composed).replaceAll(" ");
  }

  /** A notice's text, as much as is kept; no word reaches from the title into the body. */
  static String of(String title, String body) {
    String text = fold(title) + "\n" + fold(body);
    CharBuffer kept = CharBuffer.wrap(text);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(kept, ByteBuffer.allocate(LONGEST), true);
    return text.substring(0, kept.position());
  }
}
