package app.oegukmin.shared.menu;

import app.oegukmin.shared.dynamo.Item;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.notice.Language;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The menus: one item per day, cafeteria and corner, so that a day is one query in any language
 * (D-M7) and a repeated crawl meets its own items (D-M2).
 *
 * <pre>
 *   date (partition key)   corner (sort key)    by the crawler, in Korean      by the translator, per language L
 *   "2026-11-23"           "한울식당(…)#석식"      place cafeteria name text price   source_L translated_L
 * </pre>
 *
 * A translation counts only while its source is the item's text.
 */
public final class MenuTable {

  /** The name of the cache of days of this table, whose generation the indexer raises. */
  public static final String CACHE = "menu";

  /**
   * What the table's stream says of a meal.
   *
   * @param text its dishes in Korean
   */
  public record Image(LocalDate date, String corner, Optional<String> text) {}

  /** Reads the images of the table's stream. */
  public static final TableSchema<Image> IMAGES =
      RecordSchema.of(Image.class).partition("date").sort("corner").build();

  private static final String DATE = "date";
  private static final String CORNER = "corner";

  // A reader's time is ten seconds: the app does not start before it has its answer.
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final DynamoDbClient client;
  private final String name;

  /** What a crawl changed. */
  public record Changes(int written, int removed) {

    /** These and others. */
    public Changes and(Changes other) {
      return new Changes(written + other.written, removed + other.removed);
    }
  }

  /** The table with a physical name. */
  public MenuTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /**
   * The meals of a day in the feed's order, their dishes in a language or, until they are
   * translated, in Korean. One consistent query.
   */
  public List<Meal> day(LocalDate date, Language language) {
    return items(date).stream()
        .map(item -> translated(item, language) ? translation(item, language) : meal(item))
        .toList();
  }

  /** The meals of a day, in Korean, whose dishes have no translation. */
  public List<Meal> untranslated(LocalDate date, Language language) {
    return items(date).stream()
        .filter(item -> !translated(item, language))
        .map(MenuTable::meal)
        .toList();
  }

  /**
   * Makes a day what a feed says it is. What is the same costs no write.
   *
   * @param cafeterias those the feed speaks of: what it does not list of them goes, what belongs to
   *     others stays
   * @param meals of that day, in the feed's order
   */
  public Changes store(LocalDate date, Set<String> cafeterias, List<Meal> meals) {
    Map<String, Item> wanted = new LinkedHashMap<>();
    for (int i = 0; i < meals.size(); i++) {
      wanted.putIfAbsent(corner(meals.get(i)), original(meals.get(i), i));
    }
    List<Item> stored = items(date);
    List<Item> gone =
        stored.stream()
            .filter(item -> !wanted.containsKey(item.text(CORNER)))
            .filter(item -> cafeterias.contains(item.text("cafeteria")))
            .toList();
    stored.forEach(item -> wanted.computeIfPresent(item.text(CORNER), (k, w) -> changed(item, w)));
    wanted.forEach((corner, values) -> write(key(date, corner), values));
    gone.forEach(item -> remove(key(date, item.text(CORNER))));
    return new Changes(wanted.size(), gone.size());
  }

  /**
   * Stores the translation of a meal's dishes.
   *
   * @return false when the meal has changed since, so that this translation is of no use
   */
  public boolean translate(Meal meal, Language language, String translation) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(name)
                  .key(key(meal.date(), corner(meal)).attributes())
                  .updateExpression("SET #source = :text, #translated = :translation")
                  .conditionExpression("#text = :text")
                  .expressionAttributeNames(
                      Map.of(
                          "#source", source(language),
                          "#translated", translated(language),
                          "#text", "text"))
                  .expressionAttributeValues(
                      Map.of(
                          ":text", AttributeValue.fromS(meal.text()),
                          ":translation", AttributeValue.fromS(translation))));
      return true;
    } catch (ConditionalCheckFailedException changed) {
      return false;
    }
  }

  private List<Item> items(LocalDate date) {
    List<Item> items = new ArrayList<>();
    client
        .queryPaginator(
            query ->
                query
                    .tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression("#date = :date")
                    .expressionAttributeNames(Map.of("#date", DATE))
                    .expressionAttributeValues(Map.of(":date", AttributeValue.fromS(date + "")))
                    .overrideConfiguration(config -> config.apiCallTimeout(PATIENCE)))
        .items()
        .forEach(attributes -> items.add(new Item(attributes)));
    items.sort(Comparator.comparing(item -> item.number("place")));
    return items;
  }

  // Null, hence no longer wanted, when the stored item says the same.
  private static Item changed(Item stored, Item wanted) {
    return stored.attributes().entrySet().containsAll(wanted.attributes().entrySet())
        ? null
        : wanted;
  }

  private void write(Item key, Item values) {
    Map<String, String> names =
        values.attributes().keySet().stream().collect(Collectors.toMap(n -> "#" + n, n -> n));
    Map<String, AttributeValue> placeholders =
        values.attributes().entrySet().stream()
            .collect(Collectors.toMap(entry -> ":" + entry.getKey(), Map.Entry::getValue));
    String expression =
        values.attributes().keySet().stream()
            .map(attribute -> "#" + attribute + " = :" + attribute)
            .collect(Collectors.joining(", ", "SET ", ""));
    client.updateItem(
        update ->
            update
                .tableName(name)
                .key(key.attributes())
                .updateExpression(expression)
                .expressionAttributeNames(names)
                .expressionAttributeValues(placeholders));
  }

  private void remove(Item key) {
    client.deleteItem(delete -> delete.tableName(name).key(key.attributes()));
  }

  private static Item key(LocalDate date, String corner) {
    return Item.empty().with(DATE, date.toString()).with(CORNER, corner);
  }

  private static String corner(Meal meal) {
    return meal.cafeteria() + "#" + meal.corner();
  }

  private static Item original(Meal meal, int place) {
    return Item.empty()
        .with("place", place)
        .with("cafeteria", meal.cafeteria())
        .with("name", meal.corner())
        .with("text", meal.text())
        .with("price", meal.price());
  }

  private static Meal meal(Item item) {
    return new Meal(
        LocalDate.parse(item.text(DATE)),
        item.text("cafeteria"),
        item.text("name"),
        item.text("text"),
        item.text("price"));
  }

  private static boolean translated(Item item, Language language) {
    return item.find(source(language)).equals(item.find("text"));
  }

  private static Meal translation(Item item, Language language) {
    return meal(item).with(item.text(translated(language)));
  }

  private static String source(Language language) {
    return "source_" + language.name();
  }

  private static String translated(Language language) {
    return "translated_" + language.name();
  }
}
