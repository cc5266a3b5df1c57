package app.oegukmin.notice;

import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.valkey.Codec;
import app.oegukmin.shared.valkey.GenerationCache;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Duration;
import java.util.function.Supplier;

/** List pages in Valkey; the indexer raises their generation. */
final class NoticeCache {

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  // An empty page is not kept: a caller can name any type, and could fill the cache with them.
  private static final Codec<NoticeListView> CODEC =
      Codec.json(NoticeListView.class, NoticeListView::hasNotices);

  private final GenerationCache<NoticeListView> pages;

  NoticeCache(Valkey valkey) {
    this.pages = new GenerationCache<>(valkey, NoticeTable.CACHE, LIFETIME, CODEC);
  }

  NoticeListView page(Feed feed, long before, Supplier<NoticeListView> table) {
    return pages.get("%s:%d:%s".formatted(feed.language().tag(), before, feed.type()), table);
  }
}
