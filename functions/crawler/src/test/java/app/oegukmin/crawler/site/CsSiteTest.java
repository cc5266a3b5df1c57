package app.oegukmin.crawler.site;

import static app.oegukmin.testkit.FakeSite.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.crawler.fetch.PageException;
import app.oegukmin.shared.notice.Attachment;
import app.oegukmin.shared.notice.Notice;
import app.oegukmin.testkit.Stack;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class CsSiteTest {

  @RegisterExtension static final Stack STACK = Stack.of("HostTable");

  private static final String LIST = "https://cs.kookmin.ac.kr/news/notice/";
  private static final String ARTICLE = LIST + "1872";
  private static final String TITLE = "모여서 각자 공부하는 참가팀 최종 선발 결과 및 팀장 회의 안내";

  private final Board notices = Boards.load().named("cs-notice").orElseThrow();
  private SiteReader reader;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    reader = new SiteReader(STACK);
    reader.site().html(LIST, Fixtures.text("cs/list.html"));
    reader.site().html(ARTICLE, Fixtures.text("cs/article.html"));
  }

  @AfterEach
  void stop() {
    reader.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/rss+xml", "text/xml;charset=UTF-8", "application/xml"})
  void readsTheFeedFirst(String type) throws Exception {
    feed(200, type, Fixtures.text("cs/rss.xml"));

    ListPage list = reader.list(notices, 1);

    assertThat(list.rows())
        .extracting(ListRow::url)
        .containsExactly(URI.create(LIST + "1873"), URI.create(ARTICLE));
    assertThat(list.rows())
        .extracting(ListRow::written)
        .containsExactly(Optional.of(LocalDate.of(2026, 10, 1)), Optional.empty());
    assertThat(list.rows()).extracting(ListRow::title).containsExactly("졸업앨범 & 촬영", "[사업단] 선발 결과");
    assertThat(list.faults()).hasSize(1);
    assertThat(reader.site().requests()).doesNotContain(LIST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-01 00:05:11", "2026.10.01", "Wed, 1 Oct 2026 00:05:11 +0900"})
  void f40_readsOtherDatesOfTheFeed(String published) throws Exception {
    String written = "Thu, 01 Oct 2026 00:05:11 +0900";
    feed(200, "text/xml", Fixtures.text("cs/rss.xml").replace(written, published));

    assertThat(reader.list(notices, 1).rows().getFirst().written())
        .contains(LocalDate.of(2026, 10, 1));
  }

  @Test
  void theListStandsInForAFeedThatFails() throws Exception {
    feed(500, "text/xml", "");
    assertThat(reader.list(notices, 1).rows()).hasSize(2);

    feed(200, "text/html", "<p>로그인</p>");
    assertThat(reader.list(notices, 1).rows()).hasSize(2);

    feed(200, "text/xml", "<rss><channel></channel></rss>");
    assertThat(reader.list(notices, 1).rows()).hasSize(2);

    feed(200, "text/xml", "<html/>");
    assertThat(reader.list(notices, 1).rows()).hasSize(2);
  }

  @Test
  void behindTheFeedComesTheList() throws Exception {
    reader.site().html(LIST + "?&pn=1", "<div class=list-tbody></div>");

    assertThat(reader.list(notices, 2).rows()).hasSize(2);
    assertThat(reader.list(notices, 3).rows()).isEmpty();
  }

  @Test
  void readsRowsOfTheList() throws Exception {
    ListPage list = reader.list(notices, 2);

    assertThat(list.rows())
        .extracting(ListRow::url)
        .containsExactly(URI.create(LIST + "1801"), URI.create(ARTICLE));
    assertThat(list.rows()).extracting(ListRow::pinned).containsOnly(false);
    assertThat(list.rows().getFirst().written()).contains(LocalDate.of(2026, 8, 24));
    assertThat(list.faults()).singleElement().asString().contains("지워진 글");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "./1872;jsessionid=0A1B.w1?pn=0",
        "1872",
        " ./1872/ ",
        "http://CS.kookmin.ac.kr:80/news/notice/1872#top",
        "javascript:location.href='./1872'",
      })
  void f41_anArticleIsKnownByItsNumberHoweverItsAddressIsWritten(String link) throws Exception {
    reader.site().html(LIST, Fixtures.text("cs/list.html").replace("./1872", link));
    feed(200, "text/xml", Fixtures.text("cs/rss.xml").replace(">1873<", ">" + link + "<"));

    assertThat(reader.list(notices, 2).rows())
        .extracting(ListRow::url)
        .contains(URI.create(ARTICLE));
    assertThat(reader.list(notices, 1).rows().getFirst().url()).isEqualTo(URI.create(ARTICLE));
  }

  @Test
  void aPageOfAnotherKindIsNoList() {
    reader.site().html(LIST, "<form><input type=password></form>");

    assertThatThrownBy(() -> reader.list(notices, 1)).isInstanceOf(PageException.class);
  }

  @Test
  void readsAnArticleWithItsWholeTitle() throws Exception {
    Notice notice = notice();

    assertThat(notice.title()).isEqualTo(TITLE);
    assertThat(notice.type()).isEqualTo("SW 학사공지");
    assertThat(notice.writtenDate()).isEqualTo(LocalDate.of(2026, 9, 30));
    assertThat(notice.author()).isEqualTo("가나 다라");
    assertThat(notice.department()).isEqualTo("소프트웨어융합대학");
    assertThat(notice.authorPhone()).isEqualTo("02-910-6642");
    assertThat(notice.document()).contains("축하합니다.").doesNotContain("게시물 내용");
  }

  @Test
  void dN9_imagesLeadWhereThePagesOwnDid() throws Exception {
    assertThat(notice().document())
        .contains("src=\"https://wfile.kookmin.ac.kr/files/poster.png?type=image&amp;id=2\"")
        .contains("src=\"https://cs.kookmin.ac.kr/upload/c.png\"");
  }

  @Test
  void dN10_attachmentsHaveNamesWithoutSizes() throws Exception {
    assertThat(notice().files())
        .containsExactly(
            new Attachment("선발팀 (최종).xls", "https://wfile.kookmin.ac.kr/files/teams.xls?id=1"),
            new Attachment("안내.pdf", "https://cs.kookmin.ac.kr/files/2"));
  }

  @Test
  void f43_attachmentsWithOddNamesAndLinksCanBeOpened() throws Exception {
    String files =
        "<a href=\"javascript:fn_egov_downFile('FILE_1','0')\">공고.hwp (35.0 KB)</a>"
            + "<a href='/files/2026 모집 요강(최종).hwp'>요강.hwp&nbsp;[32,768&nbsp;byte]</a>"
            + "<a href='/files/3'><img src=x alt='양식.xlsx'></a>"
            + "<a href='/files/4' title='안내.pdf'></a><a href='/files/5'></a><a name=x>파일</a>";
    String page = Fixtures.text("cs/article.html");
    int start = page.indexOf("<a href=\"//wfile");
    String listed = page.substring(start, page.indexOf("</td>", start));
    reader.site().html(ARTICLE, page.replace(listed, files));

    String host = "https://cs.kookmin.ac.kr/files/";
    assertThat(notice().files())
        .containsExactly(
            new Attachment("공고.hwp", ARTICLE),
            new Attachment(
                "요강.hwp",
                host + "2026%20%EB%AA%A8%EC%A7%91%20%EC%9A%94%EA%B0%95(%EC%B5%9C%EC%A2%85).hwp"),
            new Attachment("양식.xlsx", host + "3"),
            new Attachment("안내.pdf", host + "4"),
            new Attachment("첨부파일", host + "5"));
  }

  @Test
  void anArticleWithoutBodyIsGone() throws Exception {
    reader.site().html(ARTICLE, "<html><p>없는 글입니다.</p></html>");

    assertThat(reader.article(notices, row())).isEmpty();
  }

  private void feed(int status, String type, String body) {
    reader.site().answers(LIST + "rss", send(status, type, body));
  }

  private Notice notice() throws Exception {
    return reader.article(notices, row()).orElseThrow();
  }

  private static ListRow row() {
    return new ListRow(URI.create(ARTICLE), 1872, "목록의 제목", Optional.empty(), "", false);
  }
}
