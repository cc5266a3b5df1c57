package app.oegukmin.translator;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.work.TranslateMenu;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates the dishes of a day, each line by itself and without its price, so that the same dish
 * on another day, in another corner or at another price is paid once.
 */
final class MenuTranslation {

  private static final Logger LOG = LoggerFactory.getLogger(MenuTranslation.class);

  private static final Pattern PRICED = Pattern.compile("(.*?)( ￦\\d+)*");

  private final MenuTable table;
  private final TextTranslation texts;
  private final Metrics metrics;

  MenuTranslation(MenuTable table, TextTranslation texts, Metrics metrics) {
    this.table = table;
    this.texts = texts;
    this.metrics = metrics;
  }

  /**
   * Translates what is not translated yet of a day.
   *
   * @return how many meals
   * @throws TranslationFailure when it cannot be done now; Korean is served meanwhile
   */
  int translate(TranslateMenu request) {
    LocalDate date = request.date();
    Language language = request.language();
    List<Meal> meals = table.untranslated(date, language);
    List<String> dishes =
        meals.stream()
            .flatMap(m -> m.text().lines())
            .map(MenuTranslation::dish)
            .distinct()
            .toList();
    Map<String, String> known = translations(dishes, language);
    for (Meal meal : meals) {
      table.translate(meal, language, inOtherWords(meal.text(), known));
    }
    return meals.size();
  }

  // A dish that the vendor refuses stays Korean, and the others are translated (F-50).
  private Map<String, String> translations(List<String> dishes, Language language) {
    try {
      return known(dishes, texts.translate(dishes, language));
    } catch (TranslationFailure failure) {
      if (!failure.kind().refused()) {
        throw failure;
      }
      if (dishes.size() == 1) {
        failure.kind().count(metrics);
        LOG.warn("A dish stays Korean: {}", failure.getMessage());
        return known(dishes, dishes);
      }
      int half = dishes.size() / 2;
      Map<String, String> known = new HashMap<>(translations(dishes.subList(0, half), language));
      known.putAll(translations(dishes.subList(half, dishes.size()), language));
      return known;
    }
  }

  private static Map<String, String> known(List<String> dishes, List<String> translations) {
    Map<String, String> known = new HashMap<>();
    for (int i = 0; i < dishes.size(); i++) {
      known.put(dishes.get(i), translations.get(i).replaceAll("\\s+", " ").strip());
    }
    return known;
  }

  private static String inOtherWords(String text, Map<String, String> known) {
    return text.lines()
        .map(line -> known.get(dish(line)) + line.substring(dish(line).length()))
        .collect(Collectors.joining("\r\n"));
  }

  private static String dish(String line) {
    Matcher priced = PRICED.matcher(line);
    return priced.matches() ? priced.group(1) : line;
  }
}
