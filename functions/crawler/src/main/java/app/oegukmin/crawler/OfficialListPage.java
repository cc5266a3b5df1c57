package app.oegukmin.crawler;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a list page of the official site. */
final class OfficialListPage {

  private static final Pattern ARTICLE =
      Pattern.compile(
          "(https://www\\.kookmin\\.ac\\.kr)/+(user/kmuNews/notice/\\d+/(\\d{1,18})/view\\.do)([?#].*)?");

  private OfficialListPage() {}

  /**
   * The rows of a list page. A pinned row shows its title only; when the article comes again among
   * the ordinary rows, that row stands for both.
   *
   * @throws PageException when there is no list, not even an empty one
   */
  static ListPage parse(URI url, Document page) throws PageException {
    if (page.selectFirst("div.board_list") == null) {
      throw new PageException(url, "No list");
    }
    Map<URI, ListRow> rows = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    for (Element item : page.select("div.board_list > ul > li")) {
      row(item)
          .ifPresentOrElse(
              row -> rows.merge(row.url(), row, OfficialListPage::ordinary),
              () -> faults.add("Row without an article: " + excerpt(item)));
    }
    return new ListPage(List.copyOf(rows.values()), faults);
  }

  private static Optional<ListRow> row(Element item) {
    Element link = item.selectFirst("a[href]");
    Matcher article = ARTICLE.matcher(link == null ? "" : link.absUrl("href"));
    if (!article.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ListRow(
            URI.create(article.group(1) + "/" + article.group(2)),
            Long.parseLong(article.group(3)),
            text(item, "p.title"),
            written(item),
            text(item, "span.ctg_name"),
            item.hasClass("notice")));
  }

  private static ListRow ordinary(ListRow one, ListRow other) {
    return one.pinned() ? other : one;
  }

  private static Optional<LocalDate> written(Element item) {
    return item.select("div.board_etc > span").stream()
        .flatMap(span -> WrittenDate.parse(span.text()).stream())
        .findFirst();
  }

  private static String text(Element item, String selector) {
    Element found = item.selectFirst(selector);
    return found == null ? "" : found.text().strip();
  }

  private static String excerpt(Element item) {
    String text = item.text();
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
