package app.oegukmin.translator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * A run of HTML whose attributes are not sent: the vendor sees {@code <a id="3">}, so it cannot
 * change a link and gets no pasted image, and the same sentence in another style is the same text.
 *
 * @param text the HTML with numbers in place of attributes
 * @param attributes what each number stands for, as HTML with a leading space
 * @param translatable false when there is nothing in it to translate
 */
record HtmlPiece(String text, List<String> attributes, boolean translatable) {

  /** How a piece marks an element that is not translated. */
  static final String UNTOUCHED = "translate=\"no\"";

  private static final String PROTECTED = "translate";

  HtmlPiece {
    attributes = List.copyOf(attributes);
  }

  /** HTML that is not translated. */
  static HtmlPiece copied(String html) {
    return new HtmlPiece(html, List.of(), false);
  }

  /** Neighbouring nodes; they themselves stay as they are. */
  static HtmlPiece of(List<Node> nodes) {
    Document shell = Document.createShell("");
    shell.outputSettings().prettyPrint(false);
    Element body = shell.body();
    nodes.forEach(node -> body.appendChild(node.clone()));
    if (words(body).codePoints().noneMatch(Character::isLetter)) {
      return copied(withoutNames(body));
    }
    List<String> attributes = new ArrayList<>();
    body.select("> *, > * *").forEach(element -> number(element, attributes));
    return new HtmlPiece(body.html(), attributes, true);
  }

  private static String words(Element body) {
    Element others = body.clone();
    others.select(KeptNames.ELEMENT).remove();
    return others.wholeText();
  }

  private static String withoutNames(Element body) {
    body.select(KeptNames.ELEMENT).unwrap();
    return body.html();
  }

  private static void number(Element element, List<String> attributes) {
    Attributes own = element.attributes();
    if (own.isEmpty()) {
      return;
    }
    attributes.add(own.html());
    boolean untouched = own.get(PROTECTED).equals("no") || element.hasClass("notranslate");
    List.copyOf(own.asList()).forEach(attribute -> own.remove(attribute.getKey()));
    own.put("id", Integer.toString(attributes.size() - 1));
    if (untouched) {
      own.put(PROTECTED, "no");
    }
  }

  /** The HTML this piece was made of. */
  String original() {
    return translatable ? withAttributes(text) : text;
  }

  /** A translation with its attributes, or the original when its tags are not the original's. */
  String restore(String translation) {
    return Markup.agree(text, translation) ? withAttributes(translation) : original();
  }

  private String withAttributes(String numbered) {
    return HtmlTag.PATTERN
        .matcher(numbered)
        .replaceAll(
            match -> {
              HtmlTag tag = HtmlTag.of(match);
              String own =
                  tag.number().isEmpty() ? "" : attributes.get(Integer.parseInt(tag.number()));
              boolean name = tag.name().equals(KeptNames.ELEMENT);
              return name ? "" : Matcher.quoteReplacement(tag.html(own));
            });
  }
}
