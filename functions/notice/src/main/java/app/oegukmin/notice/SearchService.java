package app.oegukmin.notice;

import app.oegukmin.notice.SearchListView.Item;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.search.Highlights;
import app.oegukmin.shared.search.SearchEngine;
import app.oegukmin.shared.search.SearchHit;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.search.SearchQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the notices that have a word in their title or text. What the index has found is read from
 * the list as it is now: a notice that was removed since, or has another type, is no hit.
 */
final class SearchService {

  // More than a page: some may be gone.
  private static final int HITS = 2 * NoticeListView.SIZE;
  private static final int BEST = 50;

  // The function has ten seconds; the index and the last read may take some more (F-35).
  private static final Duration TIME = Duration.ofSeconds(3);
  private static final long RETRY_AFTER_SECONDS = 5;

  private final SearchEngine engine;
  private final FoundNotices notices;
  private final Clock clock;

  SearchService(SearchEngine engine, FoundNotices notices, Clock clock) {
    this.engine = engine;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * A page of a list with only what has the word, newest first. When its time is used up, or a list
   * does not respond, it ends early, and its cursor says where the search has stopped.
   *
   * @throws ApiException 503 when it could read nothing
   */
  SearchListView search(NoticeList list, String word, long cursor) {
    SearchQuery query = query(list, word);
    Instant end = clock.instant().plus(TIME);
    List<NoticeRow> found = new ArrayList<>();
    long before = NoticeListView.before(cursor);
    boolean more = true;
    while (more && found.size() <= NoticeListView.SIZE && !clock.instant().isAfter(end)) {
      List<SearchHit> hits = engine.index().newest(query, before, HITS);
      Optional<List<NoticeRow>> rows = notices.rows(list, hits);
      if (rows.isEmpty() && found.isEmpty()) {
        throw new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS);
      }
      if (rows.isEmpty()) {
        break;
      }
      found.addAll(rows.get());
      more = hits.size() == HITS;
      before = hits.isEmpty() ? before : hits.getLast().list();
    }
    return found.size() <= NoticeListView.SIZE && more
        ? view(query, new NoticeListView(before, true, found))
        : view(query, NoticeListView.of(found));
  }

  /** The 50 best hits of a list. */
  SearchListView best(NoticeList list, String word) {
    SearchQuery query = query(list, word);
    List<SearchHit> hits = engine.index().best(query, BEST);
    List<Long> order = hits.stream().map(SearchHit::id).toList();
    List<NoticeRow> rows =
        notices
            .rows(list, hits)
            .orElseThrow(() -> new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS));
    List<NoticeRow> best =
        rows.stream().sorted(Comparator.comparing(row -> order.indexOf(row.id()))).toList();
    return view(query, new NoticeListView(null, false, best));
  }

  private static SearchQuery query(NoticeList list, String word) {
    return SearchQuery.of(
        word,
        Set.of(SearchKind.NOTICE),
        Set.of(list.language()),
        Optional.of(list.type()).filter(type -> !type.equals(NoticeTable.ALL)));
  }

  private SearchListView view(SearchQuery query, NoticeListView page) {
    return new SearchListView(
        page.lastCursorId(),
        page.hasNext(),
        page.announcements().stream()
            .map(row -> new Item(row, Highlights.pairs(engine.highlights().of(query, row.title()))))
            .toList());
  }
}
