package app.oegukmin.translator;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text that is too large for a piece. */
final class Sentences {

  private static final String ENDS = ".!?。！？\n";

  private Sentences() {}

  /**
   * Cuts a text into parts of at most {@code limit} bytes as HTML: after the last sentence that
   * fits, else after the last word, else anywhere but within a character. The parts together are
   * the text.
   */
  static List<String> cut(String text, int limit) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = end(text, from, limit);
      int to = end == text.length() ? end : from + boundary(text.substring(from, end));
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }

  private static int end(String text, int from, int limit) {
    int bytes = 0;
    int end = from;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      bytes += HtmlSize.ofCharacter(character);
      if (bytes > limit) {
        break;
      }
      end += Character.charCount(character);
    }
    return end;
  }

  private static int boundary(String part) {
    int sentence = 0;
    int word = 0;
    for (int i = 0; i < part.length(); i++) {
      if (ENDS.indexOf(part.charAt(i)) >= 0) {
        sentence = i + 1;
      } else if (Character.isWhitespace(part.charAt(i))) {
        word = i + 1;
      }
    }
    if (sentence > 0) {
      return sentence;
    }
    return word > 0 ? word : part.length();
  }
}
