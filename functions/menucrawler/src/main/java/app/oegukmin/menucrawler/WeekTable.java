package app.oegukmin.menucrawler;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * The table of one cafeteria: the days stand in its head, the name of a corner before the first day
 * and its dishes under each. A cell that spans several days or corners belongs to all of them
 * (F-46).
 */
final class WeekTable {

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})\\s*[./년-]\\s*(\\d{1,2})\\s*[./월-]\\s*(\\d{1,2})");
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final String cafeteria;
  private final List<List<Element>> rows;
  private final int head;
  private final Map<Integer, LocalDate> days = new TreeMap<>();

  WeekTable(String cafeteria, Element table) {
    this.cafeteria = cafeteria;
    this.rows = TableGrid.of(table);
    this.head = head(table);
    rows.stream().limit(head).forEach(this::addDays);
  }

  // Without a thead the head ends with the first row that has days.
  private int head(Element table) {
    int marked = table.select("> thead > tr").size();
    int row = 0;
    while (row < rows.size() && rows.get(row).stream().allMatch(cell -> date(cell).isEmpty())) {
      row++;
    }
    return marked > 0 ? marked : row < rows.size() ? row + 1 : 1;
  }

  private void addDays(List<Element> row) {
    for (int column = 0; column < row.size(); column++) {
      Optional<LocalDate> date = date(row.get(column));
      if (date.isPresent()) {
        days.putIfAbsent(column, date.get());
      }
    }
  }

  /** Adds the week; a table without days covers none. */
  void addTo(MenuDraft draft) {
    draft.covers(cafeteria, Set.copyOf(days.values()));
    if (days.isEmpty() && rows.size() > head) {
      draft.unreadable(cafeteria);
    }
    rows.stream().skip(head).forEach(row -> addRow(row, draft));
  }

  private void addRow(List<Element> row, MenuDraft draft) {
    int firstDay = days.keySet().stream().findFirst().orElse(row.size());
    Set<Element> names = new LinkedHashSet<>(row.subList(0, Math.min(firstDay, row.size())));
    String corner =
        names.stream()
            .map(CellText::lines)
            .flatMap(List::stream)
            .collect(Collectors.joining("<br>"));
    days.forEach(
        (column, day) -> {
          // A cell from the names to the days is a heading.
          if (column < row.size() && !names.contains(row.get(column)) && !copied(row, column)) {
            List<String> lines = CellText.lines(row.get(column));
            draft.add(day, cafeteria, corner, DishText.of(String.join("\n", lines), ""));
          }
        });
  }

  // The page shows a weekday's menu again under days on which the corner is closed. A cell that
  // spans both is no copy.
  private boolean copied(List<Element> row, int column) {
    Element cell = row.get(column);
    List<Element> weekdays =
        days.entrySet().stream()
            .filter(day -> day.getKey() < row.size() && !weekend(day.getValue()))
            .map(day -> row.get(day.getKey()))
            .toList();
    return weekend(days.get(column))
        && !weekdays.contains(cell)
        && weekdays.stream().anyMatch(other -> CellText.lines(other).equals(CellText.lines(cell)));
  }

  private static boolean weekend(LocalDate day) {
    return WEEKEND.contains(day.getDayOfWeek());
  }

  private static Optional<LocalDate> date(Element heading) {
    Matcher date = DATE.matcher(Normalizer.normalize(heading.text(), Form.NFKC));
    try {
      return date.find()
          ? Optional.of(
              LocalDate.of(
                  Integer.parseInt(date.group(1)),
                  Integer.parseInt(date.group(2)),
                  Integer.parseInt(date.group(3))))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
