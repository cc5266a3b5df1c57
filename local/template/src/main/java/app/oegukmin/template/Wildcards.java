package app.oegukmin.template;

import java.util.regex.Pattern;

/** IAM's patterns: {@code *} is any text, {@code ?} one letter. */
final class Wildcards {

  private Wildcards() {}

  static boolean match(String pattern, String text) {
    String quoted = Pattern.quote(pattern);
    return text.matches("(?s)" + quoted.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
  }
}
