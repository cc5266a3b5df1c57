package app.oegukmin.notice;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.valkey.Generation;
import app.oegukmin.shared.valkey.Valkey;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import java.util.function.Supplier;
import redis.clients.jedis.params.SetParams;

/**
 * List pages in Valkey, look-aside: an outage or a damaged entry is a miss. The generation in the
 * key is read before the table, so what a slow reader puts back is never found again once the
 * indexer has raised it.
 */
final class NoticeCache {

  /** The name of the cache's generation; the indexer raises it. */
  static final String NAME = "notice";

  private static final SetParams LIFETIME = SetParams.setParams().ex(300);

  private final Valkey valkey;
  private final Generation generation;

  NoticeCache(Valkey valkey) {
    this.valkey = valkey;
    this.generation = new Generation(valkey, NAME);
  }

  NoticeListView page(Feed feed, long before, Supplier<NoticeListView> table) {
    Optional<Long> current = generation.current();
    if (current.isEmpty()) {
      return table.get();
    }
    String key =
        "{%s}:%d:%s:%d:%s"
            .formatted(NAME, current.get(), feed.language().tag(), before, feed.type());
    return valkey
        .ask(connection -> connection.get(key))
        .flatMap(NoticeCache::parse)
        .orElseGet(
            () -> {
              NoticeListView page = table.get();
              write(page).ifPresent(json -> valkey.ask(c -> c.set(key, json, LIFETIME)));
              return page;
            });
  }

  private static Optional<NoticeListView> parse(String json) {
    try {
      return Optional.ofNullable(Json.MAPPER.readValue(json, NoticeListView.class))
          .filter(page -> page.announcements() != null);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  // An empty page is not kept: a caller can name any type, and could fill the cache with them.
  private static Optional<String> write(NoticeListView page) {
    if (page.announcements().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.writeValueAsString(page));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
