package app.oegukmin.menucrawler;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The university's page of this week's menus, Sunday to Saturday (sites §2B): a table per cafeteria
 * with a row per corner and a column per day.
 */
final class TodayMenuFeed implements MenuFeed {

  private static final URI ADDRESS =
      URI.create("https://www.kookmin.ac.kr/user/unLvlh/lvlhSpor/todayMenu/index.do");
  private static final String SECTION = "div.cont_section";

  private final FeedClient client;

  TodayMenuFeed(FeedClient client) {
    this.client = client;
  }

  @Override
  public URI address() {
    return ADDRESS;
  }

  @Override
  public MenuReading read(LocalDate from, LocalDate to) throws FeedException {
    String source = HiddenValues.removed(client.get(ADDRESS, "text/html"));
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    Document page = Jsoup.parse(source, ADDRESS.toString(), parser);
    Element form = page.selectFirst("#frm");
    if (form == null) {
      throw new FeedException(ADDRESS, "Not the page of menus");
    }
    // A table within a table belongs to a cell.
    List<Element> tables = page.select(SECTION + " table:not(table table)");
    if (!WholePage.of(page, form, tables)) {
      throw new FeedException(ADDRESS, "Half a page");
    }
    MenuDraft draft = new MenuDraft();
    tables.forEach(table -> new WeekTable(cafeteria(table), table).addTo(draft));
    return draft.reading();
  }

  // The tags stay, as in the other feed: K-Bob<sup>+</sup>.
  private static String cafeteria(Element table) {
    return Optional.ofNullable(table.closest(SECTION).selectFirst("p.cont_subtit"))
        .map(title -> Parser.unescapeEntities(title.html(), false))
        .orElse("");
  }
}
