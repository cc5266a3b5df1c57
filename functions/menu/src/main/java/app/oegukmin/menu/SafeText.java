package app.oegukmin.menu;

import java.util.regex.Pattern;

/**
 * Texts that the app survives. It gives the 2nd, 4th … ※ of a text a treatment of its own that
 * takes the character after it, and never starts when there is none (contract §1.2).
 */
final class SafeText {

  private static final char MARK = '※';

  // What the app takes out of a text before it looks for marks (contract §8.4), and spaces.
  private static final Pattern INVISIBLE = Pattern.compile("[\\sïëì¿¦´¬š˜']+$");

  private SafeText() {}

  /** The text, with an asterisk for an even-numbered mark at what the app takes for the end. */
  static String of(String text) {
    String visible = INVISIBLE.matcher(text).replaceFirst("");
    long marks = visible.chars().filter(character -> character == MARK).count();
    return marks > 0 && marks % 2 == 0 && visible.charAt(visible.length() - 1) == MARK
        ? visible.substring(0, visible.length() - 1) + "*"
        : visible;
  }
}
