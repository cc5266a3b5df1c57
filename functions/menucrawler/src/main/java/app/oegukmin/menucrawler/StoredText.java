package app.oegukmin.menucrawler;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Text of a feed as the table takes it: a sort key has at most 1024 bytes and an item 400 KB (aws
 * §1), so one over-long text would end a run (F-50). It is cut, and nothing else is lost.
 */
final class StoredText {

  /** Of a cafeteria or of a corner; both stand in one key. */
  private static final int NAME_BYTES = 500;

  /** Beside it in the item lie two translations with their sources. */
  private static final int DISHES_BYTES = 30_000;

  private StoredText() {}

  /** A name of a cafeteria or corner. */
  static String name(String name) {
    return clean(cut(name, NAME_BYTES));
  }

  /** The dishes of a meal. */
  static String dishes(String text) {
    return cut(text, DISHES_BYTES);
  }

  /** A line without what no reader sees and some stores refuse: controls, halves of characters. */
  static String clean(String line) {
    return line.replaceAll("[\\s\\p{Z}]+", " ")
        .replaceAll("[\\p{Cc}\\p{Cs}\\p{Co}\\u200B\\u2060\\uFEFF\\u00AD]", "")
        .strip();
  }

  // The encoder stops before the first character that does not fit whole.
  private static String cut(String text, int bytes) {
    CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    CharBuffer characters = CharBuffer.wrap(text);
    encoder.encode(characters, ByteBuffer.allocate(bytes), true);
    return text.substring(0, characters.position()).strip();
  }
}
