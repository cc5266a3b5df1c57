package app.oegukmin.crawler;

import app.oegukmin.shared.notice.Attachment;
import app.oegukmin.shared.notice.Notice;
import app.oegukmin.shared.notice.NoticeTable;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The boards of www.kookmin.ac.kr. */
final class OfficialSite implements Site {

  private static final Logger LOG = LoggerFactory.getLogger(OfficialSite.class);
  private static final String HTML = "text/html";
  private static final String JSON = "application/json";
  private static final String FILE_SET = "https://portal.kookmin.ac.kr/por/restapi/file/";
  private static final String FILE =
      "https://kep.kookmin.ac.kr/com/cmsv/FileCtr/fileDefaultDownload.do";

  // What the original sent when a page names none (contract §9.1).
  private static final String NO_PHONE = "No Phone";
  private static final String UNNAMED_TYPE = "공지사항";

  @Override
  public int code() {
    return 0;
  }

  @Override
  public URI listPage(URI list, int page) {
    return URI.create(list + "?currentPageNo=" + page);
  }

  @Override
  public ListPage list(Fetched page) throws PageException {
    return OfficialListPage.parse(page.url(), page.html());
  }

  @Override
  public Optional<Notice> article(Board board, ListRow row, Fetcher fetcher) throws IOException {
    var page = OfficialArticlePage.parse(fetcher.get(row.url(), HTML).html());
    return page.isEmpty() ? Optional.empty() : Optional.of(notice(board, row, page.get(), fetcher));
  }

  private static Notice notice(Board board, ListRow row, OfficialArticlePage page, Fetcher fetcher)
      throws IOException {
    String title = page.title().isEmpty() ? row.title() : page.title();
    if (title.isEmpty()) {
      throw new PageException(row.url(), "No title");
    }
    LocalDate written =
        page.written()
            .or(row::written)
            .orElseThrow(() -> new PageException(row.url(), "No written date"));
    return new Notice(
        row.url().toString(),
        board.type().orElseGet(() -> type(row, page)),
        title,
        written,
        page.department(),
        page.author(),
        page.phone().isEmpty() ? NO_PHONE : page.phone(),
        ArticleBody.clean(page.body()),
        page.fileSet().isEmpty() ? List.of() : files(page.fileSet().get(), fetcher));
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
      for (JsonNode file : fetcher.get(list, JSON).json()) {
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
