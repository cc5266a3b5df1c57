package app.oegukmin.menucrawler;

import app.oegukmin.shared.menu.Meal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a feed says.
 *
 * @param covered the days that it covers of each cafeteria, in the feed's order; one without meals
 *     is closed
 * @param meals in the feed's order
 * @param unreadable what stands in the feed and could not be read
 */
record MenuReading(Map<String, Set<LocalDate>> covered, List<Meal> meals, List<String> unreadable) {

  MenuReading {
    // Keeps the order, which Map.copyOf does not.
    covered = Collections.unmodifiableMap(new LinkedHashMap<>(covered));
    meals = List.copyOf(meals);
    unreadable = List.copyOf(unreadable);
  }

  /** The cafeterias it speaks of, closed ones too. */
  Set<String> cafeterias() {
    return covered.keySet();
  }

  /** The days it covers of any cafeteria. */
  Set<LocalDate> days() {
    return covered.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** The meals of a day. */
  List<Meal> meals(LocalDate day) {
    return meals.stream().filter(meal -> meal.date().equals(day)).toList();
  }

  /** The meals of a day in a cafeteria, one per corner: what a corner has twice is joined. */
  List<Meal> meals(LocalDate day, String cafeteria) {
    Map<String, Meal> byCorner = new LinkedHashMap<>();
    meals(day).stream()
        .filter(meal -> meal.cafeteria().equals(cafeteria))
        .forEach(meal -> byCorner.merge(meal.corner(), meal, Meal::and));
    return byCorner.values().stream()
        .map(meal -> meal.with(StoredText.dishes(meal.text())))
        .toList();
  }
}
