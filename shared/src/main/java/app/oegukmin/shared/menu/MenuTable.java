package app.oegukmin.shared.menu;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.language.Language;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

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

  /** What the crawler writes. */
  private record Original(String corner, int place, Meal meal) {}

  /** What an item has of each translation. */
  private record Text(String source, String translated) {}

  /** What the translator writes. */
  private record Translation(LocalDate date, String corner, Text text) {}

  private record Row(Original original, Optional<Text> translation) {

    /** The dishes in the row's language, empty until they are translated. */
    Optional<String> translated() {
      return translation
          .filter(text -> text.source().equals(original.meal().text()))
          .map(Text::translated);
    }

    Meal meal() {
      return translated().map(original.meal()::with).orElse(original.meal());
    }
  }

  /** The meal of an item; reads the images of the table's stream too. */
  public static final TableSchema<Meal> MEALS =
      RecordSchema.of(Meal.class).partition("date").named("corner", "name").build();

  static final TableSchema<Original> ORIGINALS =
      RecordSchema.of(Original.class).sort("corner").flatten("meal", MEALS).build();

  static final Map<Language, TableSchema<Translation>> TRANSLATIONS =
      schemas(
          Language.TRANSLATED,
          language ->
              RecordSchema.of(Translation.class)
                  .partition("date")
                  .sort("corner")
                  .flatten("text", texts(language))
                  .build());

  private static final Map<Language, TableSchema<Row>> ROWS =
      schemas(
          List.of(Language.values()),
          language ->
              RecordSchema.of(Row.class)
                  .flatten("original", ORIGINALS)
                  .flatten("translation", texts(language))
                  .build());

  private final DynamoDbClient client;
  private final String name;
  private final DynamoDbTable<Original> originals;

  /**
   * What a crawl changed.
   *
   * @param refused corners whose meals the table does not take
   */
  public record Changes(int written, int removed, List<String> refused) {

    /** Changes of a table that took everything. */
    public Changes(int written, int removed) {
      this(written, removed, List.of());
    }

    /** These and others. */
    public Changes and(Changes other) {
      return new Changes(
          written + other.written,
          removed + other.removed,
          Stream.concat(refused.stream(), other.refused.stream()).toList());
    }
  }

  /** The table with a physical name. */
  public MenuTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
    this.originals = Dynamo.table(client, name, ORIGINALS);
  }

  /**
   * The meals of a day in the feed's order, their dishes in a language or, until they are
   * translated, in Korean. One consistent query.
   */
  public List<Meal> day(LocalDate date, Language language) {
    return rows(date, language).map(Row::meal).toList();
  }

  /** The meals of a day, in Korean, whose dishes have no translation. */
  public List<Meal> untranslated(LocalDate date, Language language) {
    return rows(date, language)
        .filter(row -> row.translated().isEmpty())
        .map(row -> row.original().meal())
        .toList();
  }

  /**
   * Stores a day as a feed lists it. Meals that have not changed cost no write. A meal that the
   * table does not take, because its name or its text is too long, ends nothing (F-50).
   *
   * @param cafeterias those that the feed covers: their meals that it does not list are removed,
   *     meals of others stay
   * @param meals of that day, in the feed's order
   */
  public Changes store(LocalDate date, Set<String> cafeterias, List<Meal> meals) {
    Map<String, Original> wanted = new LinkedHashMap<>();
    for (int place = 0; place < meals.size(); place++) {
      Meal meal = meals.get(place);
      wanted.putIfAbsent(corner(meal), new Original(corner(meal), place, meal));
    }
    List<Original> stored = Reads.partition(originals, date.toString());
    List<Original> gone =
        stored.stream()
            .filter(original -> !wanted.containsKey(original.corner()))
            .filter(original -> cafeterias.contains(original.meal().cafeteria()))
            .toList();
    wanted.values().removeAll(stored);
    List<String> refused =
        wanted.values().stream()
            .filter(original -> !taken(original))
            .map(Original::corner)
            .toList();
    gone.forEach(original -> originals.deleteItem(key(date, original.corner())));
    return new Changes(wanted.size() - refused.size(), gone.size(), refused);
  }

  private boolean taken(Original original) {
    try {
      Writes.set(originals, original);
      return true;
    } catch (DynamoDbException e) {
      if (!"ValidationException".equals(e.awsErrorDetails().errorCode())) {
        throw e;
      }
      return false;
    }
  }

  /**
   * Stores the translation of a meal's dishes.
   *
   * @return false when the meal has changed since, so that this translation is of no use
   */
  public boolean translate(Meal meal, Language language, String translation) {
    return Writes.set(
        Dynamo.table(client, name, TRANSLATIONS.get(language)),
        new Translation(meal.date(), corner(meal), new Text(meal.text(), translation)),
        Conditions.equal("text", meal.text()));
  }

  private Stream<Row> rows(LocalDate date, Language language) {
    DynamoDbTable<Row> rows = Dynamo.table(client, name, ROWS.get(language));
    return Reads.partition(rows, date.toString()).stream()
        .sorted(Comparator.comparing(row -> row.original().place()));
  }

  private static Key key(LocalDate date, String corner) {
    return Key.builder().partitionValue(date.toString()).sortValue(corner).build();
  }

  private static String corner(Meal meal) {
    return meal.cafeteria() + "#" + meal.corner();
  }

  private static <T> Map<Language, T> schemas(
      Collection<Language> languages, Function<Language, T> schema) {
    return languages.stream().collect(Collectors.toMap(language -> language, schema));
  }

  private static TableSchema<Text> texts(Language language) {
    return RecordSchema.of(Text.class)
        .named("source", "source_" + language.name())
        .named("translated", "translated_" + language.name())
        .build();
  }
}
