package app.oegukmin.crawler;

import app.oegukmin.crawler.Tally.Outcome;
import app.oegukmin.crawler.fetch.FetchException;
import app.oegukmin.crawler.fetch.Fetcher;
import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.ListRow;
import app.oegukmin.crawler.site.SiteArticle;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.notice.ArticleTable;
import app.oegukmin.shared.notice.Attachment;
import app.oegukmin.shared.notice.Notice;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches single articles and stores what has changed; a failure of one does not stop the others
 * (D-N4).
 */
final class ArticleCrawl {

  private static final Logger LOG = LoggerFactory.getLogger(ArticleCrawl.class);

  private final Fetcher fetcher;
  private final ArticleTable articles;

  ArticleCrawl(Fetcher fetcher, ArticleTable articles) {
    this.fetcher = fetcher;
    this.articles = articles;
  }

  /**
   * What became of an article.
   *
   * @param whole whether all of it was read: false when its site could not list its files just now,
   *     or when it was not read at all
   */
  record Result(Outcome outcome, boolean whole) {

    static Result unread(Outcome outcome) {
      return new Result(outcome, false);
    }
  }

  /** The known ones among some addresses. */
  Map<String, Article> known(Collection<String> addresses) {
    return articles.find(addresses);
  }

  /**
   * Stores an unknown article.
   *
   * @throws FetchException when its host wants to be left alone; nothing else is thrown
   */
  Result add(Board board, ListRow row) throws FetchException {
    return stored(
        board,
        row,
        List.of(),
        notice ->
            articles.publish(notice, board.site().code(), row.number()).isPresent()
                ? Outcome.ADDED
                : Outcome.KNOWN);
  }

  /**
   * Stores a known article anew if it has changed (D-N2) or moved to this row's address (F-25).
   *
   * @throws FetchException when its host wants to be left alone; nothing else is thrown
   */
  Result revise(Board board, ListRow row, Article known) throws FetchException {
    return stored(
        board,
        row,
        known.files(),
        notice -> {
          boolean same = notice.hash().equals(known.hash()) && notice.url().equals(known.url());
          return !same && articles.revise(known, notice) ? Outcome.CHANGED : Outcome.KNOWN;
        });
  }

  /** Takes a known article out. */
  Outcome remove(Article known) {
    return articles.remove(known) ? Outcome.REMOVED : Outcome.KNOWN;
  }

  // Whatever an article throws concerns that article alone.
  @SuppressWarnings("CatchGeneral")
  private Result stored(
      Board board, ListRow row, List<Attachment> files, Function<Notice, Outcome> store)
      throws FetchException {
    try {
      Optional<SiteArticle> article = board.site().article(board, row, files, fetcher);
      if (article.isEmpty()) {
        LOG.info("Gone: {}", row.url());
        return Result.unread(Outcome.GONE);
      }
      return new Result(store.apply(article.get().notice()), !article.get().filesMissing());
    } catch (FetchException e) {
      return Result.unread(outcome(e));
    } catch (IOException e) {
      LOG.warn(e.getMessage());
      return Result.unread(Outcome.FAILED);
    } catch (RuntimeException e) {
      LOG.error("Cannot store {}", row.url(), e);
      return Result.unread(Outcome.AGAIN);
    }
  }

  private static Outcome outcome(FetchException failure) throws FetchException {
    if (failure.pause().isPresent()) {
      throw failure;
    }
    LOG.warn(failure.getMessage());
    if (failure.missing()) {
      return Outcome.GONE;
    }
    return failure.passing() ? Outcome.AGAIN : Outcome.FAILED;
  }
}
