package app.oegukmin.crawler.body;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Inline styles: declarations that carry meaning stay; those that could load something or cover
 * other content are removed.
 */
final class Style {

  private static final Set<String> PROPERTIES =
      Set.of(
          "background-color",
          "border",
          "border-collapse",
          "border-bottom",
          "border-left",
          "border-right",
          "border-top",
          "color",
          "font-style",
          "font-weight",
          "height",
          "list-style-type",
          "text-align",
          "text-decoration",
          "text-indent",
          "vertical-align",
          "width");
  private static final int LONGEST = 200;
  private static final Pattern VALUE =
      Pattern.compile("(?:rgba?\\([\\d\\s,.%]+\\)|[-#%.!\\w\\s])+");

  private Style() {}

  /** The declarations of a style attribute that are allowed, in their order. */
  static String kept(String style) {
    return Arrays.stream(style.split(";"))
        .map(String::strip)
        .filter(Style::allowed)
        .collect(Collectors.joining("; "));
  }

  private static boolean allowed(String declaration) {
    int colon = declaration.indexOf(':');
    return colon > 0
        && declaration.length() <= LONGEST
        && PROPERTIES.contains(declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT))
        && VALUE.matcher(declaration.substring(colon + 1)).matches();
  }
}
