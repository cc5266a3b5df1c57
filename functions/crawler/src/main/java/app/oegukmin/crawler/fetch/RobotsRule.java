package app.oegukmin.crawler.fetch;

import java.util.Comparator;

/**
 * A line of a robots.txt.
 *
 * @param path the beginning of paths; {@code *} stands for anything, {@code $} at its end for the
 *     end
 */
record RobotsRule(String path, boolean allows) {

  /** The longer path weighs more; of two as long, the one that allows. */
  static final Comparator<RobotsRule> BY_WEIGHT =
      Comparator.<RobotsRule>comparingInt(rule -> rule.path().length())
          .thenComparing(RobotsRule::allows);

  /**
   * Whether a path with its query falls under this rule. Looks at each part once, be there as many
   * wildcards as may be.
   */
  boolean matches(String target) {
    boolean whole = path.endsWith("$");
    String[] parts = (whole ? path.substring(0, path.length() - 1) : path).split("\\*+", -1);
    if (!target.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length; i++) {
      boolean end = whole && i == parts.length - 1;
      int found = end ? target.length() - parts[i].length() : target.indexOf(parts[i], at);
      if (found < at || !target.startsWith(parts[i], found)) {
        return false;
      }
      at = found + parts[i].length();
    }
    return !whole || at == target.length();
  }
}
