package app.oegukmin.notice;

import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.shared.valkey.Codec;
import java.util.List;
import java.util.Optional;

/**
 * A page of a list of notices.
 *
 * @param cursorKnown whether its cursor is a notice of the list, as one is that came with the page
 *     before; or none, for the first page
 */
record NoticeSlice(NoticeListView view, boolean cursorKnown) {

  /** Keeps no page of a cursor that a caller made up, and no empty one. */
  static final Codec<NoticeSlice> CODEC =
      new Codec<>() {
        private final Codec<NoticeListView> views =
            Codec.json(NoticeListView.class, NoticeListView::hasNotices);

        @Override
        public Optional<String> write(NoticeSlice page) {
          return page.cursorKnown() ? views.write(page.view()) : Optional.empty();
        }

        @Override
        public Optional<NoticeSlice> read(String text) {
          return views.read(text).map(view -> new NoticeSlice(view, true));
        }
      };

  /** The first page, of rows that were asked for with one more than the page holds. */
  static NoticeSlice first(List<NoticeRow> rows) {
    return new NoticeSlice(NoticeListView.of(rows), true);
  }

  /**
   * The page below a cursor.
   *
   * @param rows from the cursor's own row on, if there is such a row, and enough for a page
   */
  static NoticeSlice below(long cursor, List<NoticeRow> rows) {
    boolean known = !rows.isEmpty() && rows.getFirst().id() == cursor;
    List<NoticeRow> older = known ? rows.subList(1, rows.size()) : rows;
    return new NoticeSlice(NoticeListView.of(older), known);
  }
}
