package app.oegukmin.notice;

import app.oegukmin.shared.notice.NoticeRow;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of notices as the app reads it (contract §6.2).
 *
 * @param lastCursorId absent on the last page
 */
record NoticeListView(
    @JsonInclude(JsonInclude.Include.NON_NULL) Long lastCursorId,
    boolean hasNext,
    List<NoticeRow> announcements) {

  /** How many notices a page has. */
  static final int SIZE = 10;

  static NoticeListView empty() {
    return new NoticeListView(null, false, List.of());
  }

  /** The page of rows that were asked for with one more than the page holds. */
  static NoticeListView of(List<NoticeRow> rows) {
    if (rows.size() <= SIZE) {
      return new NoticeListView(null, false, List.copyOf(rows));
    }
    List<NoticeRow> page = rows.subList(0, SIZE);
    return new NoticeListView(page.getLast().id(), true, List.copyOf(page));
  }

  /** Whether there are notices; the list is absent when a text of the cache is damaged. */
  boolean hasNotices() {
    return announcements != null && !announcements.isEmpty();
  }

  /** The id that a page's notices are below; cursor 0 is the first page. */
  static long before(long cursor) {
    return cursor == 0 ? Long.MAX_VALUE : cursor;
  }
}
