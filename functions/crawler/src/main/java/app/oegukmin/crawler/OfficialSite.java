package app.oegukmin.crawler;

import app.oegukmin.shared.notice.Attachment;
import app.oegukmin.shared.notice.Notice;
import app.oegukmin.shared.notice.NoticeTable;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The boards of www.kookmin.ac.kr. */
final class OfficialSite implements Site {

  private static final Logger LOG = LoggerFactory.getLogger(OfficialSite.class);
  private static final String FILE_SET = "https://portal.kookmin.ac.kr/por/restapi/file/";
  private static final String FILE =
      "https://kep.kookmin.ac.kr/com/cmsv/FileCtr/fileDefaultDownload.do";

  @Override
  public int code() {
    return 0;
  }

  @Override
  public Optional<ListPage> list(Board board, int page, Fetcher fetcher, Validator known)
      throws IOException {
    URI url = URI.create(board.list() + "?currentPageNo=" + page);
    Optional<Fetched> fetched = fetcher.getIfChanged(url, Media.HTML, known);
    return fetched.isEmpty()
        ? Optional.empty()
        : Optional.of(
            OfficialListPage.parse(url, fetched.get().html()).of(fetched.get().version()));
  }

  @Override
  public Optional<Notice> article(Board board, ListRow row, Fetcher fetcher) throws IOException {
    Fetched fetched = fetcher.get(row.url(), Media.HTML);
    Optional<OfficialArticlePage> page = OfficialArticlePage.parse(fetched.html());
    return page.isEmpty() ? fetched.gone() : Optional.of(notice(board, row, page.get(), fetcher));
  }

  private static Notice notice(Board board, ListRow row, OfficialArticlePage page, Fetcher fetcher)
      throws IOException {
    List<Attachment> files =
        page.fileSet().isEmpty() ? List.of() : files(page.fileSet().get(), fetcher);
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

  // The page fills its list of files by script. A portal that cannot tell leaves a notice without
  // files; one that is merely busy is asked again with the whole article.
  private static List<Attachment> files(String fileSet, Fetcher fetcher) throws IOException {
    URI list = URI.create(FILE_SET + fileSet);
    try {
      List<Attachment> files = new ArrayList<>();
      for (JsonNode file : fetcher.get(list, Media.JSON).json()) {
        files.add(attachment(file));
      }
      return files;
    } catch (FetchException e) {
      if (e.passing()) {
        throw e;
      }
      LOG.warn("Attachments left out: {}", e.getMessage());
    } catch (PageException e) {
      LOG.warn("Attachments left out: {}", e.getMessage());
    }
    return List.of();
  }

  private static Attachment attachment(JsonNode file) {
    String number = URLEncoder.encode(file.path("fileNo").asText(), StandardCharsets.UTF_8);
    String sequence = URLEncoder.encode(file.path("seq").asText(), StandardCharsets.UTF_8);
    return new Attachment(
        file.path("fileNm").asText(), FILE + "?fileNo=" + number + "&seq=" + sequence);
  }
}
