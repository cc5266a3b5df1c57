package app.oegukmin.crawler.site;

import app.oegukmin.crawler.fetch.FetchException;
import app.oegukmin.crawler.fetch.FetchedPage;
import app.oegukmin.crawler.fetch.Fetcher;
import app.oegukmin.crawler.fetch.Media;
import app.oegukmin.crawler.fetch.PageException;
import app.oegukmin.crawler.fetch.Validator;
import app.oegukmin.shared.notice.Attachment;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The boards of cs.kookmin.ac.kr, and of any site of the same system. Page 1 is the feed, whose
 * form changes least; the list's pages follow from page 2 on. When the feed fails, the list's first
 * page replaces it.
 */
public final class CsSite implements Site {

  private static final Logger LOG = LoggerFactory.getLogger(CsSite.class);

  @Override
  public int code() {
    return 2;
  }

  @Override
  public List<URI> places(long number, List<Board> boards) {
    return boards.stream().map(board -> board.list().resolve(Long.toString(number))).toList();
  }

  @Override
  public Optional<ListPage> list(Board board, int page, Fetcher fetcher, Validator known)
      throws IOException {
    if (page > 1) {
      return Optional.of(listed(board, page - 2, fetcher));
    }
    try {
      Optional<FetchedPage> fetched =
          fetcher.getIfChanged(board.list().resolve("rss"), Media.FEED, known);
      if (fetched.isEmpty()) {
        return Optional.empty();
      }
      ListPage feed = CsFeed.parse(board.list(), fetched.get().xml());
      if (!feed.rows().isEmpty()) {
        return Optional.of(feed.of(fetched.get().version()));
      }
    } catch (PageException e) {
      LOG.warn("The list stands in: {}", e.getMessage());
    } catch (FetchException e) {
      if (e.pause().isPresent()) {
        throw e;
      }
      LOG.warn("The list stands in: {}", e.getMessage());
    }
    return Optional.of(listed(board, 0, fetcher));
  }

  private static ListPage listed(Board board, int number, Fetcher fetcher) throws IOException {
    URI url = number == 0 ? board.list() : URI.create(board.list() + "?&pn=" + number);
    return CsListPage.parse(board.list(), fetcher.get(url, Media.HTML).html());
  }

  @Override
  public Optional<SiteArticle> article(
      Board board, ListRow row, List<Attachment> files, Fetcher fetcher) throws IOException {
    FetchedPage fetched = fetcher.get(row.url(), Media.HTML);
    Optional<ArticlePage> page = CsArticlePage.parse(fetched.html(), board.office());
    return page.isEmpty()
        ? fetched.gone()
        : Optional.of(SiteArticle.whole(page.get().notice(row, board.type().orElse(UNNAMED_TYPE))));
  }
}
