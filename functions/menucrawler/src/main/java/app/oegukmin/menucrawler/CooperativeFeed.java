package app.oegukmin.menucrawler;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.menu.MenuNames;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cooperative's feed: {@code {cafeteria: {date: {corner: {"메뉴": text, "가격": text}}}}}, plain or
 * as JSONP (sites §2A). A closed day or cafeteria is no object.
 */
final class CooperativeFeed implements MenuFeed {

  private static final String ADDRESS = "https://kmucoop.kookmin.ac.kr/menu/menujson.php";

  private final FeedClient client;
  private final MenuNames names = new MenuNames();

  CooperativeFeed(FeedClient client) {
    this.client = client;
  }

  @Override
  public URI address() {
    return URI.create(ADDRESS);
  }

  @Override
  public MenuReading read(LocalDate from, LocalDate to) throws FeedException {
    URI url = URI.create(ADDRESS + "?sdate=" + from + "&edate=" + to + "&today=" + from);
    JsonNode feed = parse(url, client.get(url, "application/json, */*"));
    List<Meal> meals = new ArrayList<>();
    Set<String> cafeterias = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> cafeteria : feed.properties()) {
      String name = names.cafeteria(cafeteria.getKey(), Language.KO);
      cafeterias.add(name);
      for (Map.Entry<String, JsonNode> day : cafeteria.getValue().properties()) {
        date(day.getKey()).ifPresent(date -> addDay(date, name, day.getValue(), meals));
      }
    }
    Set<LocalDate> days = from.datesUntil(to.plusDays(1)).collect(Collectors.toSet());
    meals.removeIf(meal -> !days.contains(meal.date()));
    return new MenuReading(days, cafeterias, meals);
  }

  private void addDay(LocalDate date, String cafeteria, JsonNode day, List<Meal> meals) {
    for (Map.Entry<String, JsonNode> corner : day.properties()) {
      DishText dishes =
          DishText.of(corner.getValue().path("메뉴").asText(), corner.getValue().path("가격").asText());
      if (!dishes.text().isEmpty()) {
        String name = names.corner(cafeteria, corner.getKey(), Language.KO);
        meals.add(new Meal(date, cafeteria, name, dishes.text(), dishes.price()));
      }
    }
  }

  private static Optional<LocalDate> date(String key) {
    try {
      return Optional.of(LocalDate.parse(key.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  // The parser decodes the escapes: decoded earlier, an escaped quote would end its string (D-M5).
  private static JsonNode parse(URI url, String answer) throws FeedException {
    try {
      JsonNode feed = Json.MAPPER.readTree(unwrapped(answer.strip()));
      if (feed.isContainerNode()) {
        return feed;
      }
    } catch (JsonProcessingException e) {
      throw new FeedException(url, "Not JSON", e);
    }
    throw new FeedException(url, "Not a menu");
  }

  private static String unwrapped(String text) {
    if (text.startsWith("{") || text.startsWith("[")) {
      return text;
    }
    int open = text.indexOf('(');
    int close = text.lastIndexOf(')');
    return open < 0 || close < open ? text : text.substring(open + 1, close);
  }
}
