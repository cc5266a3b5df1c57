package app.oegukmin.notice;

import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.search.SearchHit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Reads what the index has found from the list as it is now. */
final class FoundNotices {

  private static final Logger LOG = LoggerFactory.getLogger(FoundNotices.class);

  private final NoticeTable lists;

  FoundNotices(NoticeTable lists) {
    this.lists = lists;
  }

  /** The rows that are still there, newest first; empty when the list cannot be read now. */
  Optional<List<NoticeRow>> rows(NoticeList list, List<SearchHit> hits) {
    try {
      List<Long> ids = hits.stream().map(SearchHit::id).toList();
      return Optional.of(lists.rows(list.language(), list.type(), ids));
    } catch (SdkException | IllegalStateException e) {
      LOG.warn("Found notices cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
