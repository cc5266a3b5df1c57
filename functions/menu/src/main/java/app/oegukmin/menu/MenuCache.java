package app.oegukmin.menu;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.time.Seoul;
import app.oegukmin.shared.valkey.GenerationCache;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** Days in Valkey; the indexer raises their generation. */
final class MenuCache {

  private static final Duration LIFETIME = Duration.ofMinutes(10);

  // A caller can name any date, and could fill the cache with empty ones.
  private static final long DAYS = 14;

  private final GenerationCache<DailyView> days;
  private final Clock clock;

  MenuCache(Valkey valkey, Clock clock) {
    this.days = new GenerationCache<>(valkey, MenuTable.CACHE, LIFETIME, DailyView.CODEC);
    this.clock = clock;
  }

  /** A day, from the table when it is not cached; days far from today are not cached. */
  DailyView day(LocalDate date, Language language, Supplier<DailyView> table) {
    LocalDate today = Seoul.today(clock);
    return Math.abs(ChronoUnit.DAYS.between(today, date)) > DAYS
        ? table.get()
        : days.get(language.tag() + ":" + date, table);
  }
}
