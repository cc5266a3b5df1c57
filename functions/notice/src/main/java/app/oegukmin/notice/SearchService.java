package app.oegukmin.notice;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.shared.notice.NoticeSearch;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.notice.NoticeTextTable;
import app.oegukmin.shared.notice.NoticeTextTable.Matches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the notices that have a word in their title or text. It reads the stored texts from the
 * newest on and stops when a page is full; docs/decisions/0008 says what that costs.
 */
final class SearchService {

  // A common word has ten hits among the first rows. For a rare one, a query reads DynamoDB's
  // maximum of a megabyte, which seldom holds more rows than this.
  private static final int FIRST_ROWS = 100;
  private static final int ROWS = 1_000;
  private static final long RETRY_AFTER_SECONDS = 5;

  private final NoticeTextTable texts;
  private final NoticeTable lists;
  private final Budget budget;
  private final Clock clock;

  /**
   * What one request may use.
   *
   * @param reads how often it reads texts at most, each time a megabyte
   * @param time after which it begins no further read
   */
  record Budget(int reads, Duration time) {}

  SearchService(NoticeTextTable texts, NoticeTable lists, Budget budget, Clock clock) {
    this.texts = texts;
    this.lists = lists;
    this.budget = budget;
    this.clock = clock;
  }

  /**
   * A page of a list with only what has the word. When its reads, its time or the table's read
   * capacity are used up, it ends early, and its cursor says where the search has stopped.
   *
   * @throws ApiException 503 when it could read nothing
   */
  NoticeListView search(String type, String languageTag, String word, long cursor) {
    return NoticeList.of(type, languageTag)
        .map(list -> search(list, word, NoticeListView.before(cursor)))
        .orElseGet(NoticeListView::empty);
  }

  private NoticeListView search(NoticeList list, String word, long before) {
    NoticeSearch search = new NoticeSearch(list.language(), list.type(), word);
    Instant end = clock.instant().plus(budget.time());
    List<NoticeRow> found = new ArrayList<>();
    OptionalLong next = OptionalLong.of(before);
    for (int read = 0; next.isPresent() && mayRead(read, end); read++) {
      int wanted = NoticeListView.SIZE + 1 - found.size();
      int rows = read == 0 ? FIRST_ROWS : ROWS;
      Optional<Matches> matches = texts.find(search, next.getAsLong(), rows, wanted);
      if (matches.isEmpty() && read == 0) {
        throw new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS);
      }
      if (matches.isEmpty()) {
        break;
      }
      // Read from the list as it is now: a notice that was removed since, or has another type, is
      // no hit.
      found.addAll(lists.rows(list.language(), list.type(), matches.orElseThrow().ids()));
      if (found.size() > NoticeListView.SIZE) {
        return NoticeListView.of(found);
      }
      next = matches.orElseThrow().next();
    }
    return next.isPresent()
        ? new NoticeListView(next.getAsLong(), true, List.copyOf(found))
        : NoticeListView.of(found);
  }

  private boolean mayRead(int read, Instant end) {
    return read == 0 || (read < budget.reads() && clock.instant().isBefore(end));
  }
}
