package app.oegukmin.menu;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.MenuNames;
import app.oegukmin.shared.menu.MenuTable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Decides which menus a reader gets. */
final class MenuService {

  private final MenuTable table;
  private final Optional<MenuCache> cache;
  private final MenuNames names = new MenuNames();

  MenuService(MenuTable table, Optional<MenuCache> cache) {
    this.table = table;
    this.cache = cache;
  }

  /** The menus of a day, empty when there is no such day or language. */
  DailyView daily(String day, String languageTag) {
    Optional<Language> language = Language.of(languageTag);
    Optional<LocalDate> date = date(day);
    if (language.isEmpty() || date.isEmpty()) {
      return DailyView.none();
    }
    return cache
        .map(c -> c.day(date.get(), language.get(), () -> load(date.get(), language.get())))
        .orElseGet(() -> load(date.get(), language.get()));
  }

  private DailyView load(LocalDate date, Language language) {
    return DailyView.of(table.day(date, language), names, language);
  }

  private static Optional<LocalDate> date(String day) {
    try {
      return Optional.of(LocalDate.parse(day.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
