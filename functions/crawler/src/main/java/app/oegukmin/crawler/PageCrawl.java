package app.oegukmin.crawler;

import app.oegukmin.crawler.Tally.Outcome;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.notice.ArticleTable;
import app.oegukmin.shared.notice.Notice;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Crawls one list page: stores what is unknown on it, whatever day it bears (D-N1), and has the
 * next page crawled while nothing known has been met. An article is fetched only when unknown, so a
 * page without news costs one request.
 */
final class PageCrawl {

  private static final Logger LOG = LoggerFactory.getLogger(PageCrawl.class);
  private static final String HTML = "text/html";

  private final Boards boards;
  private final Fetcher fetcher;
  private final ArticleTable articles;
  private final BoardTable counts;
  private final CrawlQueue queue;
  private final int backfillPages;

  /**
   * A crawl.
   *
   * @param backfillPages how many list pages of a board are walked back at most
   */
  PageCrawl(
      Boards boards,
      Fetcher fetcher,
      ArticleTable articles,
      BoardTable counts,
      CrawlQueue queue,
      int backfillPages) {
    this.boards = boards;
    this.fetcher = fetcher;
    this.articles = articles;
    this.counts = counts;
    this.queue = queue;
    this.backfillPages = backfillPages;
  }

  /**
   * Crawls a page; an article that fails stops no other (D-N4).
   *
   * @param late tells when too little time is left for another article; the rest is then left to
   *     another message
   * @throws IOException when the page should be crawled again: its list could not be read, or some
   *     articles failed in a way that may pass
   */
  void crawl(CrawlPage page, BooleanSupplier late) throws IOException {
    Optional<Board> board = boards.named(page.board());
    if (board.isEmpty()) {
      LOG.warn("Board {} is no more", page.board());
      return;
    }
    ListPage list = list(board.get(), page);
    List<ListRow> rows =
        list.rows().stream().filter(row -> boards.owns(board.get(), row.url())).toList();
    Map<String, Article> known =
        articles.find(rows.stream().map(row -> row.url().toString()).toList());
    List<ListRow> unknown =
        rows.stream().filter(row -> !known.containsKey(row.url().toString())).toList();
    // Before anything is stored: a crash later finds its own articles known and would stop here.
    if (goesOn(page, list, rows, unknown)) {
      counts.sent(page.next());
      queue.send(List.of(page.next()));
    }
    store(board.get(), page, unknown, late);
  }

  private ListPage list(Board board, CrawlPage page) throws IOException {
    Site site = board.site();
    try {
      Fetched fetched = fetcher.get(site.listPage(board.list(), page.page()), HTML);
      ListPage list = site.list(fetched);
      list.faults().forEach(fault -> LOG.warn("{}: {}", fault, fetched.url()));
      return list;
    } catch (IOException e) {
      counts.count(page, Tally.NONE.and(Outcome.FAILED));
      throw e;
    }
  }

  // Pinned rows prove nothing, they come on every page and may be old. A page on which a board owns
  // nothing is passed over at first sight only, or every run would walk to the end.
  private boolean goesOn(CrawlPage page, ListPage list, List<ListRow> rows, List<ListRow> unknown) {
    boolean metKnown = rows.stream().anyMatch(row -> !row.pinned() && !unknown.contains(row));
    boolean atEnd = list.rows().stream().allMatch(ListRow::pinned);
    boolean ownsNone = rows.stream().allMatch(ListRow::pinned);
    return page.page() < backfillPages
        && !metKnown
        && !atEnd
        && (!ownsNone || counts.firstSight(page));
  }

  private void store(Board board, CrawlPage page, List<ListRow> unknown, BooleanSupplier late)
      throws IOException {
    Tally tally = Tally.NONE;
    for (ListRow row : unknown) {
      if (late.getAsBoolean()) {
        leaveRest(page, tally);
        return;
      }
      tally = tally.and(store(board, row));
    }
    if (tally.again()) {
      counts.count(page, tally);
      throw new PageException(
          board.list(), tally.failed() + " articles failed on page " + page.page());
    }
    counts.walked(page, tally);
  }

  // Only while there is progress: else one slow site would keep itself busy for ever.
  private void leaveRest(CrawlPage page, Tally tally) throws IOException {
    counts.count(page, tally);
    if (tally.added() == 0) {
      throw new IOException("No time for the articles of " + page);
    }
    queue.send(List.of(page));
  }

  // Whatever an article throws concerns that article alone.
  @SuppressWarnings("CatchGeneral")
  private Outcome store(Board board, ListRow row) {
    try {
      Optional<Notice> notice = board.site().article(board, row, fetcher);
      if (notice.isEmpty()) {
        LOG.info("Gone: {}", row.url());
        return Outcome.GONE;
      }
      Optional<Article> stored = articles.publish(notice.get(), board.site().code(), row.number());
      return stored.isPresent() ? Outcome.ADDED : Outcome.KNOWN;
    } catch (FetchException e) {
      LOG.warn(e.getMessage());
      return e.passing() ? Outcome.AGAIN : Outcome.FAILED;
    } catch (IOException e) {
      LOG.warn(e.getMessage());
      return Outcome.FAILED;
    } catch (RuntimeException e) {
      LOG.error("Cannot store {}", row.url(), e);
      return Outcome.AGAIN;
    }
  }
}
