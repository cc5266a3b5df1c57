package app.oegukmin.crawler.site;

import app.oegukmin.crawler.fetch.FetchedPage;
import app.oegukmin.crawler.fetch.Fetcher;
import app.oegukmin.crawler.fetch.Media;
import app.oegukmin.crawler.fetch.Validator;
import app.oegukmin.shared.notice.Attachment;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The boards of cms.kookmin.ac.kr, and of any site of the same system (D-N5). */
public final class CissSite implements Site {

  private static final int ROWS = 10;

  @Override
  public int code() {
    return 1;
  }

  @Override
  public List<URI> places(long number, List<Board> boards) {
    return boards.stream()
        .map(board -> URI.create(board.list() + "?mode=view&articleNo=" + number))
        .toList();
  }

  @Override
  public Optional<ListPage> list(Board board, int page, Fetcher fetcher, Validator known)
      throws IOException {
    int offset = ROWS * (page - 1);
    URI url =
        URI.create(board.list() + "?mode=list&articleLimit=" + ROWS + "&article.offset=" + offset);
    Optional<FetchedPage> fetched = fetcher.getIfChanged(url, Media.HTML, known);
    return fetched.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CissListPage.parse(board.list(), fetched.get().html()).of(fetched.get().version()));
  }

  @Override
  public Optional<SiteArticle> article(
      Board board, ListRow row, List<Attachment> files, Fetcher fetcher) throws IOException {
    FetchedPage fetched = fetcher.get(row.url(), Media.HTML);
    Optional<ArticlePage> page = CissArticlePage.parse(fetched.html(), board.office());
    return page.isEmpty()
        ? fetched.gone()
        : Optional.of(SiteArticle.whole(page.get().notice(row, board.type().orElse(UNNAMED_TYPE))));
  }
}
