package app.oegukmin.crawler.body;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Where a click on an element leads: its own address, or the one that its script opens. */
public final class Target {

  private static final String SCRIPT = "javascript:";
  private static final int LONGEST_SCRIPT = 2_000;

  private static final Pattern BLANKS = Pattern.compile("[\\x00-\\x20]");
  private static final Pattern OPENED =
      Pattern.compile(
          "(?:\\blocation(?:\\.(?:href|replace|assign))?|\\.href|(?<![\\w.])(?:window\\.)?open)"
              + "\\s*[(=]\\s*(['\"`])([^'\"`]+)\\1(?!\\s*\\+)");
  private static final Pattern LITERAL =
      Pattern.compile("(\\+\\s*)?(['\"`])([^'\"`]*)\\2(\\s*\\+)?");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(?:https?://|mailto:).+|(?:/|\\.{1,2}/)\\S*[.?].*|\\?.*=.*");
  private static final Pattern NOTHING =
      Pattern.compile("(?i)[\\s;]*(?:void\\s*\\(?\\s*0?\\s*\\)?|(?:return)?\\s*(?:false)?)[\\s;]*");

  private Target() {}

  /** The address, empty when there is none or when the element does not tell it. */
  public static Optional<String> of(Element element) {
    String href = href(element);
    if (!href.isEmpty() && !href.startsWith("#") && !href.startsWith(SCRIPT)) {
      return Address.of(element, "href");
    }
    return scripts(element)
        .flatMap(script -> opened(script).stream())
        .flatMap(literal -> Address.in(element, literal.replace("\\/", "/")).stream())
        .findFirst();
  }

  /** Whether a click runs a script, which may open something. */
  static boolean acts(Element element) {
    return scripts(element).anyMatch(script -> !NOTHING.matcher(script).matches());
  }

  private static String href(Element element) {
    return BLANKS.matcher(element.attr("href")).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static Stream<String> scripts(Element element) {
    String href = href(element).startsWith(SCRIPT) ? element.attr("href") : "";
    return Stream.of(href.substring(href.indexOf(':') + 1), element.attr("onclick"))
        .filter(script -> !script.isBlank() && script.length() <= LONGEST_SCRIPT);
  }

  private static Optional<String> opened(String script) {
    Matcher opened = OPENED.matcher(script);
    if (opened.find()) {
      return Optional.of(opened.group(2));
    }
    // A literal that the script joins with others is no whole address.
    return LITERAL
        .matcher(script)
        .results()
        .filter(literal -> literal.group(1) == null && literal.group(4) == null)
        .map(literal -> literal.group(3))
        .filter(literal -> ADDRESS.matcher(literal).matches())
        .findFirst();
  }
}
