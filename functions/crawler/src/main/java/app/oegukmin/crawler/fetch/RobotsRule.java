package app.oegukmin.crawler.fetch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /** Whether a path with its query falls under this rule. */
  boolean matches(String target) {
    boolean whole = path.endsWith("$");
    String beginning = whole ? path.substring(0, path.length() - 1) : path;
    String pattern =
        Arrays.stream(beginning.split("\\*+", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(whole ? pattern : pattern + ".*", Pattern.DOTALL)
        .matcher(target)
        .matches();
  }
}
