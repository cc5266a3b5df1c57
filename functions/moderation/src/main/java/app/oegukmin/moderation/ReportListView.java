package app.oegukmin.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of reports for administrators, newest first.
 *
 * @param lastCursorId null on the last page
 */
record ReportListView(Long lastCursorId, boolean hasNext, List<Item> reportList) {

  private static final int SIZE = 20;

  /** How many reports to ask for: one more than a page has. */
  static final int ENOUGH = SIZE + 1;

  /**
   * A report, and the post as it was then; {@code uuid} is its author's public id, {@code roomId}
   * is there for chat messages alone.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      long id,
      String kind,
      long postId,
      Long roomId,
      String title,
      String context,
      String uuid,
      String reason,
      String createdDate) {

    private static Item of(Report report) {
      Post post = report.post();
      return new Item(
          report.id(),
          post.kind().tag(),
          post.id(),
          post.room().orElse(null),
          post.title(),
          post.text(),
          post.uuid(),
          report.reason(),
          report.createdDate());
    }
  }

  /** The page of reports that were asked for with one more than it has. */
  static ReportListView of(List<Report> reports) {
    List<Item> items = reports.stream().limit(SIZE).map(Item::of).toList();
    boolean more = reports.size() > SIZE;
    return new ReportListView(more ? items.getLast().id() : null, more, items);
  }
}
