package app.oegukmin.crawler;

import app.oegukmin.crawler.Tally.Outcome;
import app.oegukmin.crawler.fetch.FetchException;
import app.oegukmin.crawler.fetch.Fetcher;
import app.oegukmin.crawler.fetch.PageException;
import app.oegukmin.crawler.fetch.Validator;
import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.crawler.site.ListPage;
import app.oegukmin.crawler.site.ListRow;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlPage.Purpose;
import app.oegukmin.shared.work.CrawlWork;
import app.oegukmin.shared.work.WorkQueue;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Crawls one list page: stores its unknown articles, whatever their date (D-N1), and queues the
 * next page unless a known article was met. Only unknown articles are fetched, so a page without
 * news costs one request and no write. The daily run also rechecks known articles.
 */
final class PageCrawl {

  /** Counts boards whose first list page shows no article or is no list. */
  static final String EMPTY = "EmptyBoards";

  private static final Logger LOG = LoggerFactory.getLogger(PageCrawl.class);

  // With as many pages as the template allows, the end of every chain of messages (F-20).
  private static final int MOST_PARTS = 20;

  private final Boards boards;
  private final Fetcher fetcher;
  private final ArticleCrawl articles;
  private final LateFiles files;
  private final Recheck recheck;
  private final BoardTable table;
  private final Walk walk;

  /** How far a board is crawled, and where that is queued and counted. */
  record Walk(WorkQueue<CrawlWork> queue, Metrics metrics, int backfillPages) {}

  /** A crawl. */
  PageCrawl(
      Boards boards,
      Fetcher fetcher,
      ArticleCrawl articles,
      Recheck recheck,
      BoardTable table,
      Walk walk) {
    this.boards = boards;
    this.fetcher = fetcher;
    this.articles = articles;
    this.files = new LateFiles(articles);
    this.recheck = recheck;
    this.table = table;
    this.walk = walk;
  }

  /**
   * Crawls a page; an article that fails stops no other (D-N4).
   *
   * @param late tells when too little time is left for another article; the rest is then left to
   *     another message
   * @throws IOException when the page should be crawled again: its list could not be read, or some
   *     articles failed in a way that may pass
   */
  void crawl(Board board, CrawlPage page, BooleanSupplier late) throws IOException {
    BoardMemory memory = table.memory(page.board());
    Optional<ListPage> list = list(board, page, memory);
    if (list.isEmpty()) {
      table.walked(page, Tally.NONE);
      return;
    }
    List<ListRow> rows =
        list.get().rows().stream().filter(row -> boards.owns(board, row.url())).toList();
    Map<String, Article> known = articles.known(rows.stream().map(PageCrawl::address).toList());
    Set<String> skipped = page.triesSkipped() ? Set.of() : memory.skipped().keySet();
    List<ListRow> unknown =
        rows.stream()
            .filter(row -> !known.containsKey(address(row)) && !skipped.contains(address(row)))
            .toList();
    // Before anything is stored: after a crash, the run would take its own articles for known ones
    // and stop here.
    if (goesOn(page, list.get(), rows, unknown, memory)) {
      CrawlPage next = page.next(oldest(rows));
      table.sent(next);
      walk.queue().send(next);
    }
    new Step(board, page, memory, late).run(list.get(), rows, known, unknown);
  }

  private static String address(ListRow row) {
    return row.url().toString();
  }

  private Optional<ListPage> list(Board board, CrawlPage page, BoardMemory memory)
      throws IOException {
    boolean tries = page.triesSkipped() && !memory.skipped().isEmpty();
    boolean maybeKnown =
        page.page() == 1 && page.purpose() != Purpose.DAILY && !tries && memory.unfiled().isEmpty();
    try {
      Optional<ListPage> list =
          board
              .site()
              .list(board, page.page(), fetcher, maybeKnown ? memory.version() : Validator.NONE);
      list.ifPresent(each -> tell(board, page, each));
      return list;
    } catch (PageException e) {
      walk.metrics().count(EMPTY, 1);
      table.count(page, Tally.NONE.and(Outcome.FAILED));
      throw e;
    } catch (IOException e) {
      table.count(page, Tally.NONE.and(Outcome.FAILED));
      throw e;
    }
  }

  private void tell(Board board, CrawlPage page, ListPage list) {
    list.faults().forEach(fault -> LOG.warn("{}: {}", fault, board.list()));
    if (page.page() == 1 && list.rows().isEmpty()) {
      LOG.warn("No article: {}", board.list());
      walk.metrics().count(EMPTY, 1);
    }
  }

  // Pinned rows do not count: they are on every page and may be old. A page without articles of
  // this board is passed over only at the first sight of the board; otherwise every run would go on
  // to the end.
  private boolean goesOn(
      CrawlPage page,
      ListPage list,
      List<ListRow> rows,
      List<ListRow> unknown,
      BoardMemory memory) {
    boolean metKnown =
        rows.stream()
            .anyMatch(
                row -> !row.pinned() && row.number() < page.below() && !unknown.contains(row));
    boolean atEnd = list.rows().stream().allMatch(ListRow::pinned);
    boolean ownsNone = rows.stream().allMatch(ListRow::pinned);
    return page.page() < walk.backfillPages()
        && !metKnown
        && !atEnd
        && (!ownsNone || memory.firstSight(page));
  }

  private static long oldest(List<ListRow> rows) {
    return rows.stream()
        .filter(row -> !row.pinned())
        .mapToLong(ListRow::number)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** One page, once its list is read. */
  private final class Step {

    private final Board board;
    private final CrawlPage page;
    private final BoardMemory before;
    private final BooleanSupplier late;
    private final NewArticles news;

    Step(Board board, CrawlPage page, BoardMemory before, BooleanSupplier late) {
      this.board = board;
      this.page = page;
      this.before = before;
      this.late = late;
      this.news = new NewArticles(articles, board, before);
    }

    void run(ListPage list, List<ListRow> rows, Map<String, Article> known, List<ListRow> unknown)
        throws IOException {
      // A message may be delivered again; what one run has tried and missed counts once.
      boolean first = page.page() == 1 && !before.hasRechecked(page);
      for (ListRow row : first && page.triesSkipped() ? withSkipped(unknown) : unknown) {
        if (late.getAsBoolean()) {
          leaveRest();
          return;
        }
        add(row);
      }
      Progress progress = new Progress(news.tally(), news.memory().seen(page));
      if (page.page() == 1) {
        progress = files.run(board, progress, late);
      }
      if (first && page.purpose() == Purpose.DAILY) {
        progress = recheck.run(board, rows, known, progress, late);
        progress = new Progress(progress.tally(), progress.memory().rechecked(page));
      }
      finish(list, progress);
    }

    // What was skipped may have moved on to a later page of the list.
    private List<ListRow> withSkipped(List<ListRow> unknown) {
      Map<URI, ListRow> all = new LinkedHashMap<>();
      unknown.forEach(row -> all.put(row.url(), row));
      before
          .skipped()
          .forEach(
              (address, article) -> {
                URI url = URI.create(address);
                all.putIfAbsent(url, ListRow.unlisted(url, article.number()));
              });
      return List.copyOf(all.values());
    }

    private void add(ListRow row) throws FetchException {
      try {
        news.add(row);
      } catch (FetchException e) {
        leave();
        throw e;
      }
    }

    private void finish(ListPage list, Progress progress) throws IOException {
      Tally tally = progress.tally();
      boolean changed = tally.added() + tally.changed() > 0 || before.firstRun().isEmpty();
      remember(
          page.page() == 1 && !tally.again() && changed
              ? progress.memory().read(list.version())
              : progress.memory());
      if (tally.again()) {
        table.count(page, tally);
        throw new PageException(
            board.list(), tally.failed() + " articles failed on page " + page.page());
      }
      table.walked(page, tally);
    }

    // Only while there is progress, and not for ever; otherwise one slow site would be crawled
    // without end.
    private void leaveRest() throws IOException {
      leave();
      if (news.tally().added() == 0 || page.part() == MOST_PARTS) {
        throw new IOException("No time for the articles of " + page);
      }
      walk.queue().send(page.rest());
    }

    private void leave() {
      table.count(page, news.tally());
      remember(news.memorySoFar());
    }

    private void remember(BoardMemory memory) {
      if (!memory.equals(before)) {
        table.remember(page.board(), memory);
      }
    }
  }
}
