package app.oegukmin.crawler;

import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlPage.Purpose;
import app.oegukmin.shared.work.CrawlWork;
import app.oegukmin.shared.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Begins runs: one message per board, for its first page. */
final class CrawlRun {

  // Of fixed length, so that later runs sort later.
  private static final DateTimeFormatter BEGUN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  // The interval of the template's schedule.
  private static final int SLOT_MINUTES = 30;

  private final Boards boards;
  private final WorkQueue<CrawlWork> queue;
  private final Clock clock;

  CrawlRun(Boards boards, WorkQueue<CrawlWork> queue, Clock clock) {
    this.boards = boards;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * A run that has begun.
   *
   * @param run its name; later runs sort later
   * @param boards the names of the boards whose first page lies in the queue
   */
  record Begun(String run, List<String> boards) {}

  /**
   * Begins a run.
   *
   * @throws IllegalArgumentException when a name is no board's; nothing is crawled then
   */
  Begun begin(CrawlStart start) {
    Instant now = clock.instant();
    String run = BEGUN.format(now);
    List<CrawlPage> pages =
        chosen(start.boards()).stream()
            .filter(board -> start.purpose() != Purpose.OFTEN || due(board, now))
            .map(board -> CrawlPage.first(run, board.name(), start.purpose()))
            .toList();
    queue.send(pages);
    return new Begun(run, pages.stream().map(CrawlPage::board).toList());
  }

  // Schedules come some seconds late, never half an hour.
  private static boolean due(Board board, Instant now) {
    long slot = now.getEpochSecond() / 60 / SLOT_MINUTES;
    return slot % Math.max(1, board.every() / SLOT_MINUTES) == 0;
  }

  private List<Board> chosen(List<String> names) {
    return names.isEmpty() ? boards.all() : names.stream().map(this::named).toList();
  }

  private Board named(String name) {
    return boards
        .named(name)
        .orElseThrow(() -> new IllegalArgumentException("No board is called " + name));
  }
}
