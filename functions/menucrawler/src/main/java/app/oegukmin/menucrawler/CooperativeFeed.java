package app.oegukmin.menucrawler;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cooperative's feed: {@code {cafeteria: {date: {corner: {"메뉴": text, "가격": text}}}}}, plain or
 * as JSONP (sites §2A). What is closed is empty: {@code []}, {@code ""}, {@code null}. Anything
 * else than that is unreadable; what is stored of it stays, and the rest of the feed is read (F-49,
 * F-50).
 */
final class CooperativeFeed implements MenuFeed {

  private static final String ADDRESS = "https://kmucoop.kookmin.ac.kr/menu/menujson.php";

  private final FeedClient client;

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
    Set<LocalDate> days = from.datesUntil(to.plusDays(1)).collect(Collectors.toSet());
    MenuDraft draft = new MenuDraft();
    feed.properties().forEach(each -> addCafeteria(each.getKey(), each.getValue(), days, draft));
    return draft.reading();
  }

  private static void addCafeteria(
      String cafeteria, JsonNode menus, Set<LocalDate> days, MenuDraft draft) {
    if (!readable(cafeteria, menus, draft)) {
      return;
    }
    Set<LocalDate> covered = new HashSet<>(days);
    for (Map.Entry<String, JsonNode> each : menus.properties()) {
      String where = cafeteria + " " + each.getKey();
      Optional<LocalDate> date = date(each.getKey());
      if (!readable(where, each.getValue(), draft)) {
        date.ifPresent(covered::remove);
      } else if (date.isEmpty() && !each.getValue().isEmpty()) {
        draft.unreadable(where);
      } else if (date.filter(days::contains).isPresent()) {
        addDay(date.get(), cafeteria, each.getValue(), draft);
      }
    }
    draft.covers(cafeteria, covered);
  }

  private static void addDay(LocalDate date, String cafeteria, JsonNode day, MenuDraft draft) {
    for (Map.Entry<String, JsonNode> each : day.properties()) {
      String where = cafeteria + " " + date + " " + each.getKey();
      if (readable(where, each.getValue(), draft)) {
        String dishes = text(where, each.getValue().path("메뉴"), draft);
        String price = text(where, each.getValue().path("가격"), draft);
        draft.add(date, cafeteria, each.getKey(), DishText.of(dishes, price));
      }
    }
  }

  private static boolean readable(String where, JsonNode node, MenuDraft draft) {
    boolean readable = node.isObject() || closed(node);
    if (!readable) {
      draft.unreadable(where);
    }
    return readable;
  }

  // PHP writes an empty map as a list.
  private static boolean closed(JsonNode node) {
    return node.isNull()
        || (node.isArray() && node.isEmpty())
        || (node.isTextual() && node.textValue().isBlank());
  }

  // JSON's null is no text, and asText() would make the word of it.
  private static String text(String where, JsonNode node, MenuDraft draft) {
    if (node.isTextual() || node.isNumber()) {
      return node.asText();
    }
    if (!node.isMissingNode() && !closed(node)) {
      draft.unreadable(where);
    }
    return "";
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
      if (feed.isObject() || (feed.isArray() && feed.isEmpty())) {
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
