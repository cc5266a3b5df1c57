package app.oegukmin.notice;

import app.oegukmin.shared.notice.NoticeRow;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A page of found notices: that of a list (contract §6.2), and where the word stands.
 *
 * @param lastCursorId absent on the last page
 */
record SearchListView(
    @JsonInclude(JsonInclude.Include.NON_NULL) Long lastCursorId,
    boolean hasNext,
    List<Item> announcements) {

  /**
   * A row of the list.
   *
   * @param titleHighlights the parts of the title that the word is found in, as pairs of UTF-16
   *     offsets
   */
  record Item(@JsonUnwrapped NoticeRow row, List<List<Integer>> titleHighlights) {}

  /** No notices. */
  static final SearchListView EMPTY = new SearchListView(null, false, List.of());
}
