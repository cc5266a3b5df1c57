package app.oegukmin.menucrawler;

import app.oegukmin.shared.menu.Meal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a feed says of some days.
 *
 * @param days those it covers; one without meals is closed
 * @param cafeterias those it speaks of, closed ones too
 * @param meals in the feed's order
 */
record MenuReading(Set<LocalDate> days, Set<String> cafeterias, List<Meal> meals) {

  MenuReading {
    days = Set.copyOf(days);
    cafeterias = Set.copyOf(cafeterias);
    meals = List.copyOf(meals);
  }

  /** The meals of a day. */
  List<Meal> meals(LocalDate day) {
    return meals.stream().filter(meal -> meal.date().equals(day)).toList();
  }
}
