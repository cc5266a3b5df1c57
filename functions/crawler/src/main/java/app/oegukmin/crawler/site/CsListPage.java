package app.oegukmin.crawler.site;

import app.oegukmin.crawler.body.Target;
import app.oegukmin.crawler.fetch.PageException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a list page of cs.kookmin.ac.kr. Titles in it may be cut short. */
final class CsListPage {

  /** The number of an article at the end of its address, be it relative or absolute. */
  static final Pattern NUMBER = Pattern.compile("(?:^|/)(\\d{1,18})/*(?:[;?#].*)?$");

  private CsListPage() {}

  /**
   * The rows of a list page.
   *
   * @param list the board's address, under which its articles lie
   * @throws PageException when there is no list, not even an empty one
   */
  static ListPage parse(URI list, Document page) throws PageException {
    if (page.selectFirst(".list-tbody") == null) {
      throw new PageException(list, "No list");
    }
    ListRows rows = new ListRows();
    page.select(".list-tbody > ul").forEach(item -> rows.add(item, row(list, item)));
    return rows.page();
  }

  private static Optional<ListRow> row(URI list, Element item) {
    Element link = item.selectFirst("li.subject a");
    Matcher number = NUMBER.matcher(link == null ? "" : Target.of(link).orElse(""));
    return number.find() ? Optional.of(row(list, number.group(1), item, link)) : Optional.empty();
  }

  private static ListRow row(URI list, String number, Element item, Element link) {
    return new ListRow(
        list.resolve(number),
        Long.parseLong(number),
        Text.trimmed(link.text()),
        WrittenDate.parse(Text.of(item, "li.date")),
        "",
        item.selectFirst("li.notice") != null);
  }
}
