package app.oegukmin.menu;

import java.util.regex.Pattern;

/**
 * Texts that do not crash the app. The app takes the character after every 2nd, 4th … ※ of a text
 * and does not start when there is none (contract §1.2).
 */
final class SafeText {

  private static final char MARK = '※';

  // What the app removes from a text before it looks for marks (contract §8.4), and spaces.
  private static final Pattern INVISIBLE = Pattern.compile("[\\sïëì¿¦´¬š˜']+$");

  private SafeText() {}

  /** The text, with an asterisk after an even-numbered mark at the end, as the app sees the end. */
  static String of(String text) {
    String visible = INVISIBLE.matcher(text).replaceFirst("");
    long marks = visible.chars().filter(character -> character == MARK).count();
    return marks > 0 && marks % 2 == 0 && visible.charAt(visible.length() - 1) == MARK
        ? visible.substring(0, visible.length() - 1) + "*"
        : visible;
  }
}
