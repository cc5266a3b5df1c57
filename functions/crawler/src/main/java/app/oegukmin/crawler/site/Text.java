package app.oegukmin.crawler.site;

import java.util.List;
import org.jsoup.nodes.Element;

/** The text of elements as a reader sees it. */
final class Text {

  private Text() {}

  /** The text of the first element that a selector finds, empty string when there is none. */
  static String of(Element within, String selector) {
    Element found = within.selectFirst(selector);
    return found == null ? "" : trimmed(found.text());
  }

  /** The texts of all elements that a selector finds. */
  static List<String> all(Element within, String selector) {
    return within.select(selector).stream().map(found -> trimmed(found.text())).toList();
  }

  /** A text without white space around it, be it of the kind that does not break. */
  static String trimmed(String text) {
    return text.replace('\u00A0', ' ').strip();
  }

  /** The beginning of an element's text, for a message. */
  static String excerpt(Element element) {
    String text = element.text();
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
