package app.oegukmin.crawler.site;

import app.oegukmin.crawler.body.Address;
import app.oegukmin.crawler.body.Target;
import app.oegukmin.crawler.fetch.PageException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a list page of the official site. */
final class OfficialListPage {

  private static final String HOST = "www.kookmin.ac.kr";
  private static final Pattern ARTICLE =
      Pattern.compile("/user/kmuNews/notice/\\d+/(\\d{1,18})/view\\.do");

  private OfficialListPage() {}

  /**
   * The rows of a list page. A pinned row shows its title only.
   *
   * @throws PageException when there is no list, not even an empty one
   */
  static ListPage parse(URI url, Document page) throws PageException {
    if (page.selectFirst("div.board_list") == null) {
      throw new PageException(url, "No list");
    }
    ListRows rows = new ListRows();
    page.select("div.board_list > ul > li").forEach(item -> rows.add(item, row(item)));
    return rows.page();
  }

  private static Optional<ListRow> row(Element item) {
    return item.select("a, [onclick]").stream()
        .flatMap(link -> Target.of(link).stream())
        .flatMap(target -> Address.canonical(target).stream())
        .flatMap(address -> row(item, address).stream())
        .findFirst();
  }

  private static Optional<ListRow> row(Element item, URI address) {
    Matcher article = ARTICLE.matcher(address.getPath());
    if (!address.getHost().equals(HOST) || !article.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ListRow(
            URI.create("https://" + HOST + address.getPath()),
            Long.parseLong(article.group(1)),
            Text.of(item, "p.title"),
            written(item),
            Text.of(item, "span.ctg_name"),
            item.hasClass("notice")));
  }

  private static Optional<LocalDate> written(Element item) {
    return item.select("div.board_etc > span").stream()
        .flatMap(span -> WrittenDate.parse(span.text()).stream())
        .findFirst();
  }
}
