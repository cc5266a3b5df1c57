package app.oegukmin.menucrawler;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.menu.MenuNames;
import java.net.URI;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * The university's page of this week's menus, Sunday to Saturday (sites §2B): a table per cafeteria
 * with a row per corner and a column per day.
 */
final class TodayMenuFeed implements MenuFeed {

  private static final URI ADDRESS =
      URI.create("https://www.kookmin.ac.kr/user/unLvlh/lvlhSpor/todayMenu/index.do");
  private static final Pattern DATE = Pattern.compile("(\\d{4})\\.(\\d{1,2})\\.(\\d{1,2})");
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final FeedClient client;
  private final MenuNames names = new MenuNames();

  TodayMenuFeed(FeedClient client) {
    this.client = client;
  }

  @Override
  public URI address() {
    return ADDRESS;
  }

  @Override
  public MenuReading read(LocalDate from, LocalDate to) throws FeedException {
    String source = client.get(ADDRESS, "text/html");
    Document page = Jsoup.parse(source, ADDRESS.toString());
    if (page.selectFirst("#frm") == null) {
      throw new FeedException(ADDRESS, "Not the page of menus");
    }
    // Cafeterias that are missing from half a page would be taken for closed.
    if (!source.contains("</form>")) {
      throw new FeedException(ADDRESS, "Half a page");
    }
    Set<LocalDate> days = new HashSet<>();
    Set<String> cafeterias = new LinkedHashSet<>();
    List<Meal> meals = new ArrayList<>();
    for (Element section : page.select("#frm div.cont_section:has(table)")) {
      List<Optional<LocalDate>> columns =
          section.select("thead th").stream().map(TodayMenuFeed::date).toList();
      columns.forEach(day -> day.ifPresent(days::add));
      String cafeteria = names.cafeteria(title(section), Language.KO);
      cafeterias.add(cafeteria);
      for (Element row : section.select("tbody tr")) {
        addRow(cafeteria, row, columns, meals);
      }
    }
    return new MenuReading(days, cafeterias, meals);
  }

  // The tags stay, as in the other feed: K-Bob<sup>+</sup>.
  private static String title(Element section) {
    return Parser.unescapeEntities(section.select("p.cont_subtit").html(), false).strip();
  }

  private void addRow(
      String cafeteria, Element row, List<Optional<LocalDate>> columns, List<Meal> meals) {
    List<Element> cells = row.select("> td, > th");
    if (cells.isEmpty()) {
      return;
    }
    String corner =
        names.corner(cafeteria, String.join("<br>", lines(cells.getFirst())), Language.KO);
    List<Meal> week = new ArrayList<>();
    for (int i = 1; i < Math.min(cells.size(), columns.size()); i++) {
      DishText dishes = DishText.of(String.join("\n", lines(cells.get(i))), "");
      if (columns.get(i).isPresent() && !dishes.text().isEmpty()) {
        week.add(new Meal(columns.get(i).get(), cafeteria, corner, dishes.text(), dishes.price()));
      }
    }
    week.stream().filter(meal -> !copied(meal, week)).forEach(meals::add);
  }

  // The page shows a weekday's menu again under days on which the corner is closed.
  private static boolean copied(Meal meal, List<Meal> week) {
    return WEEKEND.contains(meal.date().getDayOfWeek())
        && week.stream()
            .filter(other -> !WEEKEND.contains(other.date().getDayOfWeek()))
            .anyMatch(other -> other.text().equals(meal.text()));
  }

  private static Optional<LocalDate> date(Element heading) {
    Matcher date = DATE.matcher(heading.text());
    try {
      return date.find()
          ? Optional.of(
              LocalDate.of(
                  Integer.parseInt(date.group(1)),
                  Integer.parseInt(date.group(2)),
                  Integer.parseInt(date.group(3))))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static List<String> lines(Element cell) {
    Element copy = cell.clone();
    copy.select("br").forEach(br -> br.replaceWith(new TextNode("\n")));
    return copy.wholeText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
