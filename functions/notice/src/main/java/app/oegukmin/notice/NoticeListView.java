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

  static NoticeListView empty() {
    return new NoticeListView(null, false, List.of());
  }

  /** The page of rows that were asked for with one more than the page holds. */
  static NoticeListView of(List<NoticeRow> rows, int size) {
    if (rows.size() <= size) {
      return new NoticeListView(null, false, rows);
    }
    List<NoticeRow> page = rows.subList(0, size);
    return new NoticeListView(page.getLast().id(), true, List.copyOf(page));
  }
}
