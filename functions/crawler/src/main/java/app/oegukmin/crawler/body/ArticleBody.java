package app.oegukmin.crawler.body;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The body of an article, made safe to show elsewhere: only allowed elements, attributes and
 * addresses stay, and links and images keep their targets (D-N9). What a reader can do only on the
 * page itself becomes a link to it, so that no notice is empty without one.
 */
public final class ArticleBody {

  /** The text of a link to the page. */
  static final String ORIGINAL = "[원문에서 보기]";

  /** Deeper nesting would overflow the stack of what shows the document; it becomes flat. */
  private static final int DEEPEST = 200;

  private static final Pattern HIDDEN =
      Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");
  private static final Safelist ALLOWED =
      Safelist.relaxed()
          .addTags("center", "del", "figcaption", "figure", "font", "hr", "ins", "s")
          .addAttributes(":all", "style", "translate")
          .addAttributes("font", "color")
          .addAttributes("table", "border")
          .addAttributes("td", "align", "valign")
          .addAttributes("th", "align", "valign")
          .addAttributes("p", "align")
          .addAttributes("div", "align")
          .addProtocols("a", "href", "tel")
          .addProtocols("img", "src", "data");

  private ArticleBody() {}

  /**
   * The safe HTML of a body.
   *
   * @param body as parsed, part of its page; it is left as it is
   */
  public static String clean(Element body) {
    Document page = body.ownerDocument();
    Document copy = Document.createShell(body.baseUri());
    copy.outputSettings().charset(page.charset());
    copy.body().appendChild(body.clone());
    copy.select("[style]").forEach(ArticleBody::hide);
    flatten(copy);
    Parts parts = new Parts(copy);
    LineBreaks.write(copy, parts);
    parts.with("style").forEach(ArticleBody::style);
    // Classes are removed; this one tells the translator what not to translate.
    parts.with("class").stream()
        .filter(each -> each.hasClass("notranslate"))
        .forEach(each -> each.attr("translate", "no"));
    Embedded.link(parts, page.location());
    Images.open(parts, page.location());
    Links.open(page, parts);
    Document clean = new Cleaner(ALLOWED).clean(copy);
    if (empty(clean)) {
      clean.body().appendElement("p").appendChild(link(page.location(), ORIGINAL));
    }
    clean.outputSettings().prettyPrint(false);
    return clean.body().html();
  }

  /** A link to where the reader finds what cannot be shown. */
  static Element link(String address, String text) {
    return new Element("a").attr("href", address).text(text);
  }

  /** Takes an element out, without a walk through all that follow it. */
  static void drop(Element element) {
    element.replaceWith(new TextNode(""));
  }

  // A page may show the body as a whole by a script.
  private static void hide(Element element) {
    if (!element.parent().nameIs("body") && HIDDEN.matcher(element.attr("style")).find()) {
      drop(element);
    }
  }

  private static void style(Element element) {
    String kept = Style.kept(element.attr("style"));
    if (kept.isEmpty()) {
      element.removeAttr("style");
    } else {
      element.attr("style", kept);
    }
  }

  // The cleaner looks from each element up to the root, so depth has to go first.
  private static void flatten(Document copy) {
    List<Element> deep = new ArrayList<>();
    copy.traverse(
        (node, depth) -> {
          if (depth == DEEPEST && node instanceof Element element) {
            deep.add(element);
          }
        });
    for (Element element : deep) {
      List<Node> leaves = element.nodeStream().filter(ArticleBody::leaf).toList();
      element.empty().appendChildren(leaves);
    }
  }

  private static boolean leaf(Node node) {
    return node instanceof TextNode || (node instanceof Element && node.childNodeSize() == 0);
  }

  private static boolean empty(Document clean) {
    return clean.selectFirst("img[src]") == null
        && clean.nodeStream(TextNode.class).allMatch(ArticleBody::blank);
  }

  private static boolean blank(TextNode text) {
    return text.isBlank() || text.getWholeText().replace('\u00A0', ' ').isBlank();
  }
}
