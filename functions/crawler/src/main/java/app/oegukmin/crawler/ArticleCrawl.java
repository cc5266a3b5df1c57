package app.oegukmin.crawler;

import app.oegukmin.crawler.Tally.Outcome;
import app.oegukmin.crawler.fetch.FetchException;
import app.oegukmin.crawler.fetch.Fetcher;
import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.ListRow;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.notice.ArticleTable;
import app.oegukmin.shared.notice.Notice;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** The known ones among some addresses. */
  Map<String, Article> known(Collection<String> addresses) {
    return articles.find(addresses);
  }

  /**
   * Stores an unknown article.
   *
   * @throws FetchException when its host wants to be left alone; nothing else is thrown
   */
  Outcome add(Board board, ListRow row) throws FetchException {
    return attempted(
        row,
        () -> {
          Optional<Notice> notice = board.site().article(board, row, List.of(), fetcher);
          if (notice.isEmpty()) {
            return gone(row);
          }
          return articles.publish(notice.get(), board.site().code(), row.number()).isPresent()
              ? Outcome.ADDED
              : Outcome.KNOWN;
        });
  }

  /**
   * Stores a known article anew if it has changed (D-N2).
   *
   * @throws FetchException when its host wants to be left alone; nothing else is thrown
   */
  Outcome revise(Board board, ListRow row, Article known) throws FetchException {
    return attempted(
        row,
        () -> {
          Optional<Notice> notice = board.site().article(board, row, known.files(), fetcher);
          if (notice.isEmpty()) {
            return gone(row);
          }
          boolean same = notice.get().hash().equals(known.hash());
          return !same && articles.revise(known, notice.get()) ? Outcome.CHANGED : Outcome.KNOWN;
        });
  }

  /** Takes a known article out. */
  Outcome remove(Article known) {
    return articles.remove(known) ? Outcome.REMOVED : Outcome.KNOWN;
  }

  @FunctionalInterface
  private interface Attempt {
    Outcome make() throws IOException;
  }

  private static Outcome gone(ListRow row) {
    LOG.info("Gone: {}", row.url());
    return Outcome.GONE;
  }

  // Whatever an article throws concerns that article alone.
  @SuppressWarnings("CatchGeneral")
  private static Outcome attempted(ListRow row, Attempt attempt) throws FetchException {
    try {
      return attempt.make();
    } catch (FetchException e) {
      if (e.pause().isPresent()) {
        throw e;
      }
      LOG.warn(e.getMessage());
      if (e.missing()) {
        return Outcome.GONE;
      }
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
