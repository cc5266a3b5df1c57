package app.oegukmin.notice;

import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.notice.NoticeTable;
import java.util.Optional;

/** Decides which notices a reader gets. */
final class NoticeService {

  private final NoticeTable lists;
  private final NoticeBodyTable bodies;
  private final Optional<NoticeCache> cache;

  NoticeService(NoticeTable lists, NoticeBodyTable bodies, Optional<NoticeCache> cache) {
    this.lists = lists;
    this.bodies = bodies;
    this.cache = cache;
  }

  /**
   * A page of a list; a blank type is all, a blank language Korean; cursor 0 is the first page,
   * otherwise only older ids than the cursor.
   */
  NoticeListView list(String type, String languageTag, long cursor) {
    return NoticeList.of(type, languageTag)
        .map(list -> list(list, NoticeListView.before(cursor)))
        .orElseGet(NoticeListView::empty);
  }

  private NoticeListView list(NoticeList list, long before) {
    return cache
        .map(kept -> kept.page(list, before, () -> load(list, before)))
        .orElseGet(() -> load(list, before))
        .view();
  }

  private NoticeSlice load(NoticeList list, long before) {
    int enough = NoticeListView.SIZE + 1;
    if (before == Long.MAX_VALUE) {
      return NoticeSlice.first(lists.page(list.language(), list.type(), before, enough));
    }
    return NoticeSlice.below(
        before, lists.page(list.language(), list.type(), before + 1, enough + 1));
  }

  /** A notice in full, empty when nothing has that id. */
  Optional<NoticeView> read(long value) {
    return NoticeId.of(value).flatMap(this::read);
  }

  private Optional<NoticeView> read(NoticeId id) {
    return cache.map(kept -> kept.notice(id.value(), () -> load(id))).orElseGet(() -> load(id));
  }

  private Optional<NoticeView> load(NoticeId id) {
    return bodies.find(id).map(body -> NoticeView.of(id, body));
  }
}
