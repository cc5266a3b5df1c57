package app.oegukmin.notice;

import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.valkey.Codec;
import app.oegukmin.shared.valkey.GenerationCache;
import app.oegukmin.shared.valkey.Valkey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Pages of lists and notices in full in Valkey; the indexer raises their generation. What a caller
 * can make up is not kept, or it would fill the cache: a type or an id that no notice has, a cursor
 * that is no notice of its list.
 */
final class NoticeCache {

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  /**
   * The longest document that is kept, in UTF-8 bytes; longer ones are few, with pictures inside.
   */
  private static final int LONGEST = 100_000;

  private static final Codec<Optional<NoticeView>> NOTICES =
      Codec.optional(Codec.json(NoticeView.class, NoticeCache::small));

  private final GenerationCache<NoticeSlice> pages;
  private final GenerationCache<Optional<NoticeView>> notices;

  NoticeCache(Valkey valkey) {
    this.pages = new GenerationCache<>(valkey, NoticeTable.CACHE, LIFETIME, NoticeSlice.CODEC);
    this.notices = new GenerationCache<>(valkey, NoticeTable.CACHE, LIFETIME, NOTICES);
  }

  NoticeSlice page(NoticeList list, long before, Supplier<NoticeSlice> table) {
    return pages.get("%s:%d:%s".formatted(list.language().tag(), before, list.type()), table);
  }

  /** A notice in full by the number of its id. */
  Optional<NoticeView> notice(long id, Supplier<Optional<NoticeView>> table) {
    return notices.get("id:" + id, table);
  }

  // The document is absent when a text of the cache is damaged.
  private static boolean small(NoticeView notice) {
    return notice.document() != null
        && notice.document().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
  }
}
