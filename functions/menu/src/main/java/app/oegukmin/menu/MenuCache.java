package app.oegukmin.menu;

import app.oegukmin.shared.notice.Language;
import app.oegukmin.shared.valkey.Generation;
import app.oegukmin.shared.valkey.Valkey;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import redis.clients.jedis.params.SetParams;

/**
 * Days in Valkey, look-aside: an outage or a damaged entry is a miss. The generation in the key is
 * read before the table, so what a slow reader puts back is never found again once the indexer has
 * raised it.
 */
final class MenuCache {

  /** The name of the cache's generation; the indexer raises it. */
  static final String NAME = "menu";

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final SetParams LIFETIME = SetParams.setParams().ex(600);

  // A caller can name any date, and could fill the cache with empty ones.
  private static final long DAYS = 14;

  private final Valkey valkey;
  private final Generation generation;
  private final Clock clock;

  MenuCache(Valkey valkey, Clock clock) {
    this.valkey = valkey;
    this.generation = new Generation(valkey, NAME);
    this.clock = clock;
  }

  /** A day, from the table when it is not here; days far from today are never here. */
  DailyView day(LocalDate date, Language language, Supplier<DailyView> table) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), SEOUL);
    Optional<Long> current =
        Math.abs(ChronoUnit.DAYS.between(today, date)) > DAYS
            ? Optional.empty()
            : generation.current();
    if (current.isEmpty()) {
      return table.get();
    }
    String key = "{%s}:%d:%s:%s".formatted(NAME, current.get(), language.tag(), date);
    return valkey
        .ask(connection -> connection.get(key))
        .flatMap(MenuCache::parse)
        .orElseGet(
            () -> {
              DailyView day = table.get();
              valkey.ask(connection -> connection.set(key, day.json(), LIFETIME));
              return day;
            });
  }

  // Not only a JsonProcessingException: what is no array is damaged as well.
  private static Optional<DailyView> parse(String json) {
    try {
      return Optional.of(DailyView.parse(json));
    } catch (JsonProcessingException | ClassCastException e) {
      return Optional.empty();
    }
  }
}
