package app.oegukmin.dispatcher;

import app.oegukmin.shared.event.Change;
import app.oegukmin.shared.event.ChangeBatch;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.menu.MenuTable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Changes of the menu table after which readers see other dishes. */
final class MenuChange {

  private MenuChange() {}

  /** The days that have new dishes. */
  static Set<LocalDate> days(ChangeBatch menus) {
    Set<LocalDate> days = new TreeSet<>();
    menus.changes().forEach(change -> day(change).ifPresent(days::add));
    return days;
  }

  // The translator writes to the same items, and leaves the Korean text alone.
  private static Optional<LocalDate> day(Change change) {
    Optional<String> before = change.before(MenuTable.MEALS).map(Meal::text);
    return change
        .after(MenuTable.MEALS)
        .filter(now -> !before.equals(Optional.of(now.text())))
        .map(Meal::date);
  }
}
