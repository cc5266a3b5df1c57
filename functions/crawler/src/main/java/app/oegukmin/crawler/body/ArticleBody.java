package app.oegukmin.crawler.body;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The body of an article, made safe to show elsewhere: only allowed elements, attributes and
 * addresses stay, and links and images keep their targets (D-N9).
 *
 * <p>An image that lies in the page itself ({@code data:}) stays while it is small, since a notice
 * may consist of nothing else; a large one would burden every list and translation, so a link to
 * the page stands in for it.
 */
public final class ArticleBody {

  /** The longest image kept within a document, in characters. */
  static final int INLINE_IMAGE = 32_768;

  private static final Pattern RASTER =
      Pattern.compile("(?i)data:image/(png|jpe?g|gif|webp);base64,");
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
    String page = body.baseUri();
    Document copy = Document.createShell(page);
    copy.body().appendChild(body.clone());
    copy.select("[style]").forEach(ArticleBody::style);
    // Classes are removed; this one tells the translator what not to translate.
    copy.select(".notranslate").attr("translate", "no");
    copy.select("img").forEach(image -> image(image, page));
    copy.select("a[href]").forEach(link -> link.attr("href", Address.of(link, "href").orElse("")));
    Document clean = new Cleaner(ALLOWED).clean(copy);
    clean.outputSettings().prettyPrint(false);
    return clean.body().html();
  }

  private static void style(Element element) {
    String style = element.attr("style");
    if (HIDDEN.matcher(style).find()) {
      element.remove();
      return;
    }
    String kept = Style.kept(style);
    if (kept.isEmpty()) {
      element.removeAttr("style");
    } else {
      element.attr("style", kept);
    }
  }

  private static void image(Element image, String page) {
    String source = image.attr("src");
    String late = image.attr("data-src");
    if (!late.isBlank() && (source.isBlank() || source.startsWith("data:"))) {
      source = late;
    }
    image.attr("src", source);
    if (!source.toLowerCase(Locale.ROOT).startsWith("data:")) {
      image.attr("src", Address.of(image, "src").orElse(""));
    } else if (!RASTER.matcher(source).lookingAt()) {
      image.remove();
    } else if (source.length() > INLINE_IMAGE) {
      image.replaceWith(new Element("a").attr("href", page).text("[이미지: 원문에서 보기]"));
    }
  }
}
