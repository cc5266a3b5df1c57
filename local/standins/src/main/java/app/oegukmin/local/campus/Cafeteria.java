package app.oegukmin.local.campus;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A cafeteria on the campus.
 *
 * @param name with its place in parentheses
 * @param openOnWeekends whether it serves on Saturdays and Sundays
 * @param corners the menus of each corner, which come in turn, one a day
 */
record Cafeteria(String name, boolean openOnWeekends, Map<String, List<Dishes>> corners) {

  static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /**
   * What a corner serves.
   *
   * @param lines dishes, and prices where the corner has several
   * @param price the one price, however it is written; empty string when the lines hold it
   */
  record Dishes(List<String> lines, String price) {

    /** Reads {@code line / line / line | price}. */
    static Dishes of(String text) {
      int bar = text.indexOf(" | ");
      String lines = bar < 0 ? text : text.substring(0, bar);
      return new Dishes(
          List.of(lines.split(" / ", -1)), bar < 0 ? "" : text.substring(bar + " | ".length()));
    }
  }

  Cafeteria {
    // Keeps the order, which Map.copyOf does not.
    corners = new LinkedHashMap<>(corners);
  }

  /** What a corner serves on a day, empty when the cafeteria is closed. */
  Optional<Dishes> menu(String corner, LocalDate day) {
    if (!openOnWeekends && WEEKEND.contains(day.getDayOfWeek())) {
      return Optional.empty();
    }
    List<Dishes> turn = corners.get(corner);
    return Optional.of(turn.get(Math.floorMod(day.toEpochDay(), turn.size())));
  }

  /** What all corners serve on a day, line by line. */
  Stream<String> lines(LocalDate day) {
    return corners.keySet().stream()
        .flatMap(corner -> menu(corner, day).stream())
        .flatMap(dishes -> dishes.lines().stream());
  }
}
