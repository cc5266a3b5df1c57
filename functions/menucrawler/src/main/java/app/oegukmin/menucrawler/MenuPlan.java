package app.oegukmin.menucrawler;

import app.oegukmin.shared.menu.Meal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run stores: of each day and cafeteria what the first feed says that covers it (F-34). */
final class MenuPlan {

  private final Map<LocalDate, Map<String, List<Meal>>> days = new TreeMap<>();

  /** Adds a feed; what an earlier one covers stays. */
  void add(MenuReading reading) {
    reading.covered().forEach((cafeteria, covered) -> add(reading, cafeteria, covered));
  }

  private void add(MenuReading reading, String cafeteria, Set<LocalDate> covered) {
    for (LocalDate day : covered) {
      days.computeIfAbsent(day, any -> new LinkedHashMap<>())
          .computeIfAbsent(cafeteria, any -> reading.meals(day, cafeteria));
    }
  }

  /** The days that any feed covers. */
  Set<LocalDate> days() {
    return days.keySet();
  }

  /** The cafeterias of which a feed says what they serve on a day, closed ones too. */
  Set<String> cafeterias(LocalDate day) {
    return days.get(day).keySet();
  }

  /** The meals of a day, in the feeds' order. */
  List<Meal> meals(LocalDate day) {
    return days.get(day).values().stream().flatMap(List::stream).toList();
  }

  /** The meals of all days. */
  List<Meal> meals() {
    return days().stream().flatMap(day -> meals(day).stream()).toList();
  }
}
