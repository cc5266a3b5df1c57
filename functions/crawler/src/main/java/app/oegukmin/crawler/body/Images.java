package app.oegukmin.crawler.body;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Gives images the addresses that a browser shows in the end.
 *
 * <p>An image that lies in the page itself ({@code data:}) stays while it is small, since a notice
 * may consist of nothing else; a large one would burden every list and translation, so a link to
 * the page stands in for it.
 */
final class Images {

  /** The longest image kept within a document, in characters. */
  static final int INLINE = 32_768;

  private static final String DATA = "data:";
  private static final Pattern RASTER =
      Pattern.compile("(?i)data:image/(png|jpe?g|gif|webp);base64,");

  // Scripts put the address there only when the image scrolls into view.
  private static final List<String> LATE =
      List.of("data-src", "data-original", "data-lazy-src", "data-lazy");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?i)^data:|(blank|spacer|loading|lazy|placeholder|transparent)[^/]*$");

  private Images() {}

  /** Opens all images of a body; the page stands in for those that cannot be shown. */
  static void open(Parts body, String page) {
    body.of("img").forEach(image -> show(image, page));
  }

  /** Opens one image, likewise. */
  static void show(Element image, String page) {
    String source = source(image);
    image.attr("src", source);
    if (!source.regionMatches(true, 0, DATA, 0, DATA.length())) {
      Address.of(image, "src").ifPresentOrElse(to -> image.attr("src", to), () -> name(image));
    } else if (!RASTER.matcher(source).lookingAt()) {
      name(image);
    } else if (source.length() > INLINE) {
      image.replaceWith(ArticleBody.link(page, "[이미지: 원문에서 보기]"));
    }
  }

  private static String source(Element image) {
    String source = image.attr("src").strip();
    Stream<String> late = LATE.stream().map(image::attr);
    if (!source.isEmpty() && !PLACEHOLDER.matcher(source).find()) {
      return source;
    }
    return Stream.concat(late, Stream.of(srcset(image), source))
        .filter(each -> !each.isBlank())
        .findFirst()
        .orElse("");
  }

  private static String srcset(Element image) {
    return Stream.of("srcset", "data-srcset")
        .map(image::attr)
        .map(set -> set.strip().split("[\\s,]", 2)[0])
        .filter(first -> !first.isEmpty())
        .findFirst()
        .orElse("");
  }

  // As a browser does with an image that it cannot load.
  private static void name(Element image) {
    image.replaceWith(new TextNode(image.attr("alt")));
  }
}
