package app.oegukmin.menucrawler;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.menu.MenuNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what a feed says, under the names of the dictionary and in sizes that can be stored. */
final class MenuDraft {

  private final MenuNames names = new MenuNames();
  private final Map<String, Set<LocalDate>> covered = new LinkedHashMap<>();
  private final List<Meal> meals = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  /** The feed says of these days what a cafeteria serves, if anything. */
  void covers(String cafeteria, Set<LocalDate> days) {
    covered.computeIfAbsent(name(cafeteria), name -> new HashSet<>()).addAll(days);
  }

  /** A corner's dishes; none if they are empty. */
  void add(LocalDate date, String cafeteria, String corner, DishText dishes) {
    if (!dishes.text().isEmpty()) {
      String place = name(cafeteria);
      String name = names.corner(place, StoredText.name(corner), Language.KO);
      String text = StoredText.dishes(dishes.text());
      meals.add(new Meal(date, place, name, text, dishes.price()));
    }
  }

  /** Something that is of another kind than a menu. */
  void unreadable(String what) {
    unreadable.add(what);
  }

  MenuReading reading() {
    return new MenuReading(covered, meals, unreadable);
  }

  private String name(String cafeteria) {
    return names.cafeteria(StoredText.name(cafeteria), Language.KO);
  }
}
