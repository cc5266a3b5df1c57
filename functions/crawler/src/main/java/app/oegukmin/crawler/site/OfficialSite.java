package app.oegukmin.crawler.site;

import app.oegukmin.crawler.fetch.FetchException;
import app.oegukmin.crawler.fetch.FetchedPage;
import app.oegukmin.crawler.fetch.Fetcher;
import app.oegukmin.crawler.fetch.Media;
import app.oegukmin.crawler.fetch.PageException;
import app.oegukmin.crawler.fetch.Validator;
import app.oegukmin.shared.notice.Attachment;
import app.oegukmin.shared.notice.Notice;
import app.oegukmin.shared.notice.NoticeTable;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The boards of www.kookmin.ac.kr. */
final class OfficialSite implements Site {

  private static final Logger LOG = LoggerFactory.getLogger(OfficialSite.class);
  private static final String NOTICES = "https://www.kookmin.ac.kr/user/kmuNews/notice/";

  // Numbers from 3 to 17 are in use (sites §1A); not all of them are boards of ours.
  private static final int MOST_BOARDS = 40;

  private static final String FILE_SET = "https://portal.kookmin.ac.kr/por/restapi/file/";
  private static final String UNNAMED_FILE = "첨부파일";

  private static final String FILE =
      "https://kep.kookmin.ac.kr/com/cmsv/FileCtr/fileDefaultDownload.do";

  @Override
  public int code() {
    return 0;
  }

  @Override
  public List<URI> places(long number, List<Board> boards) {
    return IntStream.rangeClosed(1, MOST_BOARDS)
        .mapToObj(board -> URI.create(NOTICES + board + "/" + number + "/view.do"))
        .toList();
  }

  @Override
  public Optional<ListPage> list(Board board, int page, Fetcher fetcher, Validator known)
      throws IOException {
    URI url = URI.create(board.list() + "?currentPageNo=" + page);
    Optional<FetchedPage> fetched = fetcher.getIfChanged(url, Media.HTML, known);
    return fetched.isEmpty()
        ? Optional.empty()
        : Optional.of(
            OfficialListPage.parse(url, fetched.get().html()).of(fetched.get().version()));
  }

  @Override
  public Optional<SiteArticle> article(
      Board board, ListRow row, List<Attachment> files, Fetcher fetcher) throws IOException {
    FetchedPage fetched = fetcher.get(row.url(), Media.HTML);
    Optional<OfficialArticlePage> page = OfficialArticlePage.parse(fetched.html());
    return page.isEmpty()
        ? fetched.gone()
        : Optional.of(article(board, row, page.get(), files, listed(page.get(), fetcher)));
  }

  private static SiteArticle article(
      Board board,
      ListRow row,
      OfficialArticlePage page,
      List<Attachment> known,
      Optional<List<Attachment>> listed)
      throws PageException {
    return new SiteArticle(notice(board, row, page, listed.orElse(known)), listed.isEmpty());
  }

  private static Notice notice(
      Board board, ListRow row, OfficialArticlePage page, List<Attachment> files)
      throws PageException {
    ArticlePage article =
        new ArticlePage(
            page.title(),
            page.written(),
            page.author(),
            new Office(page.department(), page.phone()),
            page.body(),
            files);
    return article.notice(row, board.type().orElseGet(() -> type(row, page)));
  }

  private static String type(ListRow row, OfficialArticlePage page) {
    String type = TypeName.of(row.category().isEmpty() ? page.heading() : row.category());
    return type.isEmpty() || type.equals(NoticeTable.ALL) ? UNNAMED_TYPE : type;
  }

  // The page fills its list of files by script, from another host. Empty when that cannot tell: its
  // failure is no reason to keep the notice back, or to leave this site alone (F-23).
  private static Optional<List<Attachment>> listed(OfficialArticlePage page, Fetcher fetcher)
      throws IOException {
    if (page.fileSet().isEmpty()) {
      return Optional.of(List.of());
    }
    URI list = URI.create(FILE_SET + page.fileSet().get());
    try {
      JsonNode files = fetcher.get(list, Media.JSON).json();
      if (!files.isArray()) {
        throw new PageException(list, "No list of files");
      }
      return Optional.of(files.valueStream().flatMap(OfficialSite::attachment).toList());
    } catch (FetchException | PageException e) {
      LOG.warn("Attachments as known: {}", e.getMessage());
      return Optional.empty();
    }
  }

  // One without its numbers cannot be opened; JSON's null is neither a number nor a name (F-49).
  private static Stream<Attachment> attachment(JsonNode file) {
    String number = text(file.path("fileNo"));
    String sequence = text(file.path("seq"));
    if (number.isEmpty() || sequence.isEmpty()) {
      LOG.warn("An attachment without a number is left out");
      return Stream.empty();
    }
    String name = text(file.path("fileNm"));
    return Stream.of(
        new Attachment(
            name.isEmpty() ? UNNAMED_FILE : name,
            FILE + "?fileNo=" + encoded(number) + "&seq=" + encoded(sequence)));
  }

  private static String text(JsonNode node) {
    return node.isTextual() || node.isNumber() ? node.asText().strip() : "";
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
