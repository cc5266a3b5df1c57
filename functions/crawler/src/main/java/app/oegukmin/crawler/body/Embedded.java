package app.oegukmin.crawler.body;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What a page embeds and the app cannot show: players, maps, documents, controls of forms. */
final class Embedded {

  private static final String[] FOREIGN = {
    "iframe", "frame", "object", "embed", "applet", "video", "audio"
  };
  private static final Pattern POINT = Pattern.compile("[01](px)?");

  private Embedded() {}

  /**
   * Puts links in the places of embedded content: to the recording itself, or to the page.
   *
   * @param page the address of the body's page
   */
  static void link(Parts body, String page) {
    body.of(FOREIGN).forEach(each -> replace(each, page));
    body.of("input").forEach(input -> control(input, page));
  }

  private static void replace(Element foreign, String page) {
    if (POINT.matcher(foreign.attr("width")).matches()) {
      // It counts visitors.
      ArticleBody.drop(foreign);
    } else {
      String address = recording(foreign).orElse(page);
      foreign.replaceWith(ArticleBody.link(address, ArticleBody.ORIGINAL));
    }
  }

  private static Optional<String> recording(Element foreign) {
    return foreign.nameIs("video") || foreign.nameIs("audio")
        ? Stream.concat(Stream.of(foreign), foreign.select("source").stream())
            .flatMap(each -> Address.of(each, "src").stream())
            .findFirst()
        : Optional.empty();
  }

  // What a control shows stays; what can be done with it does not.
  private static void control(Element input, String page) {
    switch (input.attr("type").toLowerCase(Locale.ROOT)) {
      case "image" -> Images.show(input.tagName("img"), page);
      case "", "text", "button", "submit", "reset" ->
          input.tagName("span").text(input.attr("value"));
      default -> ArticleBody.drop(input);
    }
  }
}
