package app.oegukmin.crawler.site;

import app.oegukmin.crawler.fetch.PageException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a list page of the content management system behind cms.kookmin.ac.kr. */
final class CissListPage {

  private static final Pattern NUMBER = Pattern.compile("(?i)[?&;]articleNo=(\\d{1,18})(?!\\d)");
  private static final String READ_MORE = "자세히 보기";

  private CissListPage() {}

  /**
   * The rows of a list page.
   *
   * @param list the board's address, under which its articles lie
   * @throws PageException when there is no list, not even an empty one
   */
  static ListPage parse(URI list, Document page) throws PageException {
    if (page.selectFirst("table.board-table") == null) {
      throw new PageException(list, "No list");
    }
    ListRows rows = new ListRows();
    for (Element item : page.select("table.board-table tbody tr")) {
      if (item.selectFirst("td.b-no-post") == null) {
        rows.add(item, row(list, item));
      }
    }
    return rows.page();
  }

  // Its links are only queries, which are relative to the page itself.
  private static Optional<ListRow> row(URI list, Element item) {
    Element link = item.selectFirst("a[href*=articleNo], a[onclick*=articleNo]");
    Matcher number =
        NUMBER.matcher(link == null ? "" : link.attr("href") + " " + link.attr("onclick"));
    if (!number.find()) {
      return Optional.empty();
    }
    return Optional.of(
        new ListRow(
            URI.create(list + "?mode=view&articleNo=" + number.group(1)),
            Long.parseLong(number.group(1)),
            title(link),
            written(item),
            "",
            item.hasClass("b-top-box")));
  }

  private static String title(Element link) {
    Element bare = link.clone();
    bare.select("span").remove();
    String title = Text.trimmed(bare.text());
    return title.isEmpty() ? Text.trimmed(link.attr("title").replace(READ_MORE, "")) : title;
  }

  // A title may name a day, too.
  private static Optional<LocalDate> written(Element item) {
    return item.select("span.b-date, td:not(:has(a))").stream()
        .flatMap(each -> WrittenDate.parse(each.text()).stream())
        .findFirst();
  }
}
