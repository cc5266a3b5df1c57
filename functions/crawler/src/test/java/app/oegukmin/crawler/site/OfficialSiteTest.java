package app.oegukmin.crawler.site;

import static app.oegukmin.testkit.FakeSite.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.oegukmin.crawler.fetch.FetchSettings;
import app.oegukmin.crawler.fetch.Fetcher;
import app.oegukmin.crawler.fetch.HostTable;
import app.oegukmin.crawler.fetch.Pace;
import app.oegukmin.crawler.fetch.PageException;
import app.oegukmin.crawler.fetch.Validator;
import app.oegukmin.shared.notice.Attachment;
import app.oegukmin.shared.notice.Notice;
import app.oegukmin.testkit.FakeSite;
import app.oegukmin.testkit.Stack;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class OfficialSiteTest {

  @RegisterExtension static final Stack STACK = Stack.of("HostTable");

  private static final String FILES =
      "https://portal.kookmin.ac.kr/por/restapi/file/0123456789abcdef0123456789abcdef";
  private static final URI ARTICLE = Fixtures.PAGE;
  private static final URI LIST =
      URI.create("https://www.kookmin.ac.kr/user/kmuNews/notice/4/index.do");

  private final OfficialSite official = new OfficialSite();
  private FakeSite site;
  private Fetcher fetcher;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    site = new FakeSite();
    Clock clock = Clock.systemUTC();
    FetchSettings settings =
        new FetchSettings(Optional.of(site.base()), "desk", Duration.ofSeconds(5), 1_000_000);
    HostTable hosts = new HostTable(STACK.dynamodb(), STACK.table("HostTable"));
    Pace pace = new Pace(Duration.ZERO, clock, rest -> {});
    fetcher = Fetcher.of(settings, hosts, pace, new Random(1), clock);
    site.html(ARTICLE.toString(), Fixtures.text("official/article.html"));
    site.answers(FILES, send(200, "application/json", Fixtures.text("official/files.json")));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  @DisplayName("F-49: JSON's null is neither a name nor a number of a file")
  void f49_filesWithoutANumberAreLeftOut() throws Exception {
    String files =
        """
        [{"fileNm": null, "fileNo": "77", "seq": 1}, {"fileNm": "a.hwp", "fileNo": "77", "seq": null},
         {"fileNm": "b.hwp", "fileNo": null, "seq": "2"}, {"fileNm": ["c"], "fileNo": 78, "seq": "3"}, "x", null]\
        """;
    site.answers(FILES, send(200, "application/json", files));
    assertThat(notice(Optional.empty(), row("")).files())
        .extracting(Attachment::title, file -> file.link().replaceFirst(".*\\?", ""))
        .containsExactly(tuple("첨부파일", "fileNo=77&seq=1"), tuple("첨부파일", "fileNo=78&seq=3"));
  }

  @Test
  void listPagesAreNumberedFromOne() throws Exception {
    site.html(LIST + "?currentPageNo=2", Fixtures.text("official/list.html"));

    assertThat(official.list(board(Optional.empty()), 2, fetcher, Validator.NONE))
        .hasValueSatisfying(list -> assertThat(list.rows()).isNotEmpty());
  }

  @Test
  void readsANotice() throws Exception {
    Notice notice = notice(Optional.of("학사공지"), row(""));

    assertThat(notice.url()).isEqualTo(ARTICLE.toString());
    assertThat(notice.type()).isEqualTo("학사공지");
    assertThat(notice.title()).isEqualTo("2026학년도 2학기 제1전공 변경신청 안내");
    assertThat(notice.writtenDate()).isEqualTo(LocalDate.of(2026, 10, 3));
    assertThat(notice.author()).isEqualTo("가나다 라마바");
    assertThat(notice.authorPhone()).isEqualTo("02-000-0000");
    assertThat(notice.document()).contains("제1전공 변경을").contains("<table");
  }

  @Test
  void dN10_attachmentsHaveNamesAndLinks() throws Exception {
    String download = "https://kep.kookmin.ac.kr/com/cmsv/FileCtr/fileDefaultDownload.do?fileNo=";

    assertThat(notice(Optional.empty(), row("")).files())
        .containsExactly(
            new Attachment("제1전공 변경신청 안내.hwp", download + "0000000010&seq=1"),
            new Attachment("[붙임2] 전공별 최저이수학점 & 기준.pdf", download + "0000000010&seq=2"));
  }

  @Test
  void dN10_aPortalThatCannotTellLeavesANoticeWithoutFiles() throws Exception {
    site.answers(FILES, send(200, "text/html", "<p>login</p>"));
    assertThat(notice(Optional.empty(), row("")).files()).isEmpty();

    site.answers(FILES, send(200, "application/json", "{\"broken"));
    assertThat(notice(Optional.empty(), row("")).files()).isEmpty();

    site.answers(FILES, send(404, "application/json", ""));
    assertThat(notice(Optional.empty(), row("")).files()).isEmpty();

    site.answers(FILES, send(200, "application/json", "{\"code\":401,\"message\":\"login\"}"));
    assertThat(notice(Optional.empty(), row("")).files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 429, 404})
  @DisplayName("D-N10, F-23: a portal that fails keeps no notice back, and is asked again")
  void dN10_f23_aFailingPortalIsAskedAgain(int status) throws Exception {
    site.answers(FILES, send(status, "application/json", ""));

    SiteArticle article = read(Optional.empty(), row(""));

    assertThat(article.filesMissing()).isTrue();
    assertThat(article.notice().document()).contains("제1전공 변경을");
  }

  @ParameterizedTest
  @CsvSource({
    "졸준위 공지, 행정공지, 졸준위 공지",
    "'',         공모·행사, 공모\u2219행사",
    "'',         '',       학사공지",
    "'',         전체,      공지사항",
  })
  void theTypeIsTheBoardsOrTheRowsOrThePages(String board, String category, String type)
      throws Exception {
    assertThat(notice(Optional.of(board).filter(name -> !name.isEmpty()), row(category)).type())
        .isEqualTo(type);
  }

  @Test
  void whatThePageDoesNotSayTheRowMay() throws Exception {
    site.html(ARTICLE.toString(), "<div class=board_view><div class=view_inner>글</div></div>");

    Notice notice = notice(Optional.empty(), row(""));

    assertThat(notice.title()).isEqualTo("목록의 제목");
    assertThat(notice.writtenDate()).isEqualTo(LocalDate.of(2026, 10, 1));
    assertThat(notice.department()).isEmpty();
    assertThat(notice.author()).isEmpty();
    assertThat(notice.authorPhone()).isEqualTo("No Phone");
    assertThat(notice.type()).isEqualTo("공지사항");
  }

  @Test
  void anArticleNeedsADate() {
    site.html(ARTICLE.toString(), "<div class=board_view><div class=view_inner>글</div></div>");
    ListRow pinned = new ListRow(ARTICLE, 71010, "제목", Optional.empty(), "", true);

    assertThatThrownBy(() -> notice(Optional.empty(), pinned))
        .isInstanceOf(PageException.class)
        .hasMessageContaining(ARTICLE.toString());
  }

  @Test
  void anArticleNeedsATitle() {
    site.html(ARTICLE.toString(), "<div class=board_view><div class=view_inner>글</div></div>");
    ListRow untitled = new ListRow(ARTICLE, 71010, "", Optional.empty(), "", false);

    assertThatThrownBy(() -> notice(Optional.empty(), untitled))
        .isInstanceOf(PageException.class)
        .hasMessageContaining("title");
  }

  @Test
  void anArticleWithoutBodyIsGone() throws Exception {
    site.html(ARTICLE.toString(), Fixtures.text("official/article-gone.html"));

    assertThat(official.article(board(Optional.empty()), row(""), List.of(), fetcher)).isEmpty();
  }

  private Notice notice(Optional<String> type, ListRow row) throws Exception {
    return read(type, row).notice();
  }

  private SiteArticle read(Optional<String> type, ListRow row) throws Exception {
    return official.article(board(type), row, List.of(), fetcher).orElseThrow();
  }

  private Board board(Optional<String> type) {
    return new Board("board", official, LIST, type, Office.UNNAMED, 30);
  }

  private static ListRow row(String category) {
    LocalDate listed = LocalDate.of(2026, 10, 1);
    return new ListRow(ARTICLE, 71010, "목록의 제목", Optional.of(listed), category, false);
  }
}
