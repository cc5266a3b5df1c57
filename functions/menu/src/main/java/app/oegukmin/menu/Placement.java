package app.oegukmin.menu;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.menu.MenuNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds a place in the app for every meal. The app shows nothing under a name that it does not know
 * (contract §8.4), so a meal of an unknown corner stands under a free corner of its cafeteria, and
 * one of an unknown cafeteria under a free corner of the students' (F-31). Its own name comes first
 * in its text. Where no corner is free, it joins the text of the last one.
 *
 * <p>The places depend on Korean names alone, so they are the same in all languages.
 */
final class Placement {

  private static final String STUDENTS = "학생식당(복지관 1층)";

  private record Place(String cafeteria, String corner) {}

  private final MenuNames names;
  private final Map<Place, Meal> shown = new LinkedHashMap<>();

  private Placement(MenuNames names) {
    this.names = names;
  }

  /** The meals of a day, all of them under names that the app knows, in the feed's order. */
  static List<Meal> of(List<Meal> meals, MenuNames names) {
    Placement placement = new Placement(names);
    List<Meal> strangers = new ArrayList<>();
    for (Meal meal : meals) {
      if (names.knows(meal.cafeteria(), meal.corner())) {
        placement.show(meal, placement.place(meal));
      } else {
        strangers.add(meal);
      }
    }
    // A cafeteria's own meals come before those of others.
    strangers.sort(Comparator.comparing(meal -> !names.knows(meal.cafeteria())));
    strangers.forEach(placement::showStranger);
    return List.copyOf(placement.shown.values());
  }

  private Place place(Meal meal) {
    return new Place(
        names.cafeteria(meal.cafeteria(), Language.KO),
        names.corner(meal.cafeteria(), meal.corner(), Language.KO));
  }

  private void showStranger(Meal meal) {
    boolean atHome = names.knows(meal.cafeteria());
    String name = plain(atHome ? meal.corner() : meal.cafeteria() + " " + meal.corner());
    String label = name.isEmpty() ? "" : "[" + name + "]" + Meal.LINE_BREAK;
    String cafeteria = atHome ? names.cafeteria(meal.cafeteria(), Language.KO) : STUDENTS;
    show(meal.with(label + meal.text()), free(cafeteria));
  }

  private Place free(String cafeteria) {
    List<Place> places =
        names.corners(cafeteria).stream().map(corner -> new Place(cafeteria, corner)).toList();
    return places.stream()
        .filter(place -> !shown.containsKey(place))
        .findFirst()
        .orElse(places.getLast());
  }

  private void show(Meal meal, Place place) {
    shown.merge(place, meal.at(place.cafeteria(), place.corner()), Meal::and);
  }

  /** A name without its tags: {@code 차이웨이<br>상시}, {@code K-Bob<sup>+</sup>}. */
  private static String plain(String name) {
    return name.replaceAll("(?i)<br\\s*/?>", " ")
        .replaceAll("<[^>]*>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
