package app.oegukmin.crawler.fetch;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Tells a whole page from one that was cut: a server that fails while it writes often ends the
 * response as if it were complete, and a parser closes what is open (F-22).
 */
final class WholeHtml {

  private static final Pattern BEGIN = Pattern.compile("<html[\\s>]");
  private static final Pattern END = Pattern.compile("</html\\s*>");

  private WholeHtml() {}

  /**
   * Whether a page ends. A page that names its beginning must name its end, as often: what people
   * paste may be a page, too. One that does not must close its blocks.
   */
  static boolean test(String source) {
    String page = source.toLowerCase(Locale.ROOT);
    long begins = BEGIN.matcher(page).results().count();
    long ends = END.matcher(page).results().count();
    return begins + ends == 0 ? closed(source) : ends >= begins;
  }

  private static boolean closed(String source) {
    Document page = Jsoup.parse(source, "", Parser.htmlParser().setTrackPosition(true));
    return page.select("div, table").stream()
        .noneMatch(block -> block.endSourceRange().isImplicit());
  }
}
