package app.oegukmin.notice;

import app.oegukmin.shared.notice.Language;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.notice.NoticeTable;
import java.util.Optional;

/** Which notices a reader gets. */
final class NoticeService {

  private static final int PAGE = 10;

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
    Optional<Language> language =
        languageTag.isBlank() ? Optional.of(Language.KO) : Language.of(languageTag);
    if (language.isEmpty()) {
      return NoticeListView.empty();
    }
    String asked = type.isBlank() ? NoticeTable.ALL : type;
    long before = cursor == 0 ? Long.MAX_VALUE : cursor;
    if (cache.isEmpty()) {
      return load(language.get(), asked, before);
    }
    return cache
        .get()
        .page(language.get(), asked, before, () -> load(language.get(), asked, before));
  }

  private NoticeListView load(Language language, String type, long before) {
    return NoticeListView.of(lists.page(language, type, before, PAGE + 1), PAGE);
  }

  /** A notice in full, empty when nothing has that id. */
  Optional<NoticeView> read(long value) {
    return NoticeId.of(value).flatMap(id -> bodies.find(id).map(body -> NoticeView.of(id, body)));
  }
}
