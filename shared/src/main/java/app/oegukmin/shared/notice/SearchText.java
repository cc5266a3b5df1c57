package app.oegukmin.shared.notice;

import app.oegukmin.shared.text.Folding;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text as a search of notices compares it, on both sides. */
final class SearchText {

  /** The longest text that is kept, in bytes: some 1,000 Korean or 3,000 English characters. */
  static final int LONGEST = 3_000;

  /** The shortest word that a search takes, in UTF-16 units (contract §6.2). */
  private static final int SHORTEST = 2;

  private SearchText() {}

  /** A folded text, with spaces for pluses: the gateway takes the app's pluses for them (D-F6). */
  static String fold(String text) {
    return Folding.fold(text).replace('+', ' ');
  }

  /**
   * A word as it is looked for, without the spaces that a keyboard adds at its ends (F-59). They
   * stay where nothing long enough to search would be left: they may be the pluses of C++.
   */
  static String word(String typed) {
    String word = fold(typed);
    String bare = word.strip();
    return bare.length() < SHORTEST ? word : bare;
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
