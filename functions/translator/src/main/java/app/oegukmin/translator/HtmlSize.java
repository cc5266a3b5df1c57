package app.oegukmin.translator;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** How many UTF-8 bytes of a piece a node takes at most, its attributes replaced by a number. */
final class HtmlSize {

  // A piece of 10,000 bytes holds fewer than 10,000 tags.
  private static final int NUMBERED = " id=\"9999\" translate=\"no\"".length();

  private HtmlSize() {}

  /** The bytes of a node and everything in it. */
  static int of(Node node) {
    int[] bytes = {0};
    node.nodeStream().forEach(each -> bytes[0] += own(each));
    return bytes[0];
  }

  /** The bytes of an element's end tag: none for one that cannot have content. */
  static int endTag(Element element) {
    return element.tag().isEmpty() ? 0 : element.tagName().length() + "</>".length();
  }

  /** The bytes of a character as HTML text. */
  static int ofCharacter(int codePoint) {
    return switch (codePoint) {
      case '&' -> "&amp;".length();
      case '<', '>' -> "&lt;".length();
      case 0xA0 -> "&nbsp;".length();
      default -> utf8(codePoint);
    };
  }

  private static int own(Node node) {
    if (node instanceof TextNode text) {
      return text.getWholeText().codePoints().map(HtmlSize::ofCharacter).sum();
    }
    if (node instanceof Element element) {
      int attributes = element.attributesSize() > 0 ? NUMBERED : 0;
      return element.tagName().length() + "<>".length() + attributes + endTag(element);
    }
    return 0;
  }

  private static int utf8(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }
}
