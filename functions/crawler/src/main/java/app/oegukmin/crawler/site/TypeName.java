package app.oegukmin.crawler.site;

import java.util.regex.Pattern;

/** The app's name for a board's heading. */
final class TypeName {

  // The app compares whole strings with the dot U+2219 (contract §8.2); sites use several dots.
  private static final Pattern DOTS =
      Pattern.compile(
          "\\s*[\\u00B7\\u119E\\u2022\\u2024\\u2027\\u22C5\\u2219\\u30FB\\u318D\\uFF65]\\s*");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

  private TypeName() {}

  /** A heading with the app's dot and single spaces. */
  static String of(String heading) {
    String dotted = DOTS.matcher(heading).replaceAll("\u2219");
    return SPACES.matcher(dotted).replaceAll(" ").strip();
  }
}
