package app.oegukmin.crawler.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.crawler.fetch.FetchException;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class CissSiteTest {

  @RegisterExtension static final Stack STACK = Stack.of("HostTable");

  private static final String LIST = "https://cms.kookmin.ac.kr/kmuciss/notice/visa.do";
  private static final String FIRST = LIST + "?mode=list&articleLimit=10&article.offset=0";
  private static final String ARTICLE = LIST + "?mode=view&articleNo=4100012";

  private final Board visa = Boards.load().named("ciss-visa").orElseThrow();
  private SiteReader reader;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    reader = new SiteReader(STACK);
  }

  @AfterEach
  void stop() {
    reader.close();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-23, 2026-10-02",
    "2026.02.23, 2026.10.02",
    "26.02.23, 26.10.02",
    "26.02.23, 2026-10-02",
    "2026-02-23 09:00:01, 2026. 10. 02. (금)",
  })
  void readsRowsWhateverTheDatesLookLike(String pinned, String ordinary) throws Exception {
    list(Fixtures.text("ciss/list.html").replace("DATE1", pinned).replace("DATE2", ordinary));

    ListPage list = reader.list(visa, 1);

    assertThat(list.rows())
        .extracting(ListRow::number)
        .containsExactly(4100003L, 4100012L, 4100011L);
    assertThat(list.rows())
        .extracting(ListRow::written)
        .containsExactly(
            Optional.of(LocalDate.of(2026, 2, 23)),
            Optional.of(LocalDate.of(2026, 10, 2)),
            Optional.empty());
    assertThat(list.rows())
        .extracting(ListRow::title)
        .containsExactly("체류지 변경신고 안내", "비자 연장 & 서류 안내", "그림 공지");
    assertThat(list.faults()).singleElement().asString().contains("글쓰기");
  }

  @Test
  void f40_aDayInATitleIsNotTheDayOfItsRow() throws Exception {
    list(
        Fixtures.text("ciss/list.html")
            .replace("그림 공지", "[~2026.12.24] 그림 공지")
            .replaceAll("DATE\\d", "2026-10-02"));

    assertThat(reader.list(visa, 1).rows().getLast().title()).contains("2026.12.24");
    assertThat(reader.list(visa, 1).rows().getLast().written()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<span>2026-10-02 13:27:52</span>",
        "<span>작성일</span><span>2026년 10월 2일 (금)</span>",
        "작성일 : 2026.10.02 13:27",
      })
  void f40_readsADateWithItsTime(String date) throws Exception {
    article("<li class=b-date-box>" + date + "</li>");

    assertThat(notice().writtenDate()).isEqualTo(LocalDate.of(2026, 10, 2));
  }

  @Test
  void dN2_identityIsTheArticlesNumberWhateverPageShowsIt() throws Exception {
    list(Fixtures.text("ciss/list.html").replace("article.offset=0", "article.offset=90"));

    assertThat(reader.list(visa, 1).rows())
        .extracting(ListRow::url)
        .contains(URI.create(ARTICLE))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "visa.do;jsessionid=0A1B.w1?mode=view&amp;articleNo=4100012",
        "http://cms.kookmin.ac.kr:80/kmuciss/notice/visa.do?mode=view&amp;articleNo=4100012#n",
        "?articleNo=4100012;jsessionid=0A1B.w1&amp;mode=view",
        "?mode=view&amp;amp;articleNo=4100012&amp;amp;article.offset=0",
        "?mode=view&amp;ARTICLENO=4100012 ",
        "javascript:location.href='?mode=view&amp;articleNo=4100012'",
      })
  void f41_anArticleIsKnownByItsNumberHoweverItsAddressIsWritten(String link) throws Exception {
    String written = "?mode=view&amp;articleNo=4100012&amp;article.offset=0&amp;articleLimit=10";
    list(Fixtures.text("ciss/list.html").replace(written, link));

    assertThat(reader.list(visa, 1).rows()).extracting(ListRow::url).contains(URI.create(ARTICLE));
  }

  @Test
  void asksForTenRowsAPage() throws Exception {
    reader.site().html(FIRST.replace("offset=0", "offset=20"), Fixtures.text("ciss/list.html"));

    assertThat(reader.list(visa, 3).rows()).isNotEmpty();
  }

  @Test
  void anEmptyListIsAList() throws Exception {
    list("<table class=board-table><tr><td class=b-no-post>등록된 글이 없습니다.</td></tr></table>");

    assertThat(reader.list(visa, 1).rows()).isEmpty();
    assertThat(reader.list(visa, 1).faults()).isEmpty();
  }

  @Test
  void aPageOfAnotherKindIsNoList() {
    list("<form><input type=password></form>");

    assertThatThrownBy(() -> reader.list(visa, 1))
        .isInstanceOf(PageException.class)
        .hasMessageContaining("No list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<li class=b-writer-box><span>작성자</span><span>이 담당</span></li>"
            + "<li class=b-date-box><span>작성일</span><span>2026-10-02</span></li>",
        "<li class=b-writer-box><span>이 담당</span></li>"
            + "<li class=b-date-box><span>2026-10-02</span></li>",
      })
  void dN8_readsAnArticleOfEitherTemplate(String meta) throws Exception {
    article(meta);

    Notice notice = notice();

    assertThat(notice.url()).isEqualTo(ARTICLE);
    assertThat(notice.type()).isEqualTo("유학생 비자공지");
    assertThat(notice.title()).isEqualTo("비자 연장 & 서류 안내");
    assertThat(notice.writtenDate()).isEqualTo(LocalDate.of(2026, 10, 2));
    assertThat(notice.author()).isEqualTo("이 담당");
    assertThat(notice.department()).isEqualTo("외국인유학생지원센터");
    assertThat(notice.authorPhone()).isEqualTo("02-910-5808");
    assertThat(notice.document()).contains("4개월 전").doesNotContain("alert");
  }

  @Test
  void dN9_imagesLeadWhereThePagesOwnDid() throws Exception {
    article("<li class=b-date-box><span>2026-10-02</span></li>");

    assertThat(notice().document())
        .contains("src=\"https://cms.kookmin.ac.kr/_res/kmuciss/img/a.jpg\"")
        .contains("src=\"https://cdn.kookmin.ac.kr/b.png\"")
        .contains("src=\"data:image/png;base64,AAAA\"");
  }

  @Test
  void dN10_attachmentsHaveNamesAndLinks() throws Exception {
    article("<li class=b-date-box><span>2026-10-02</span></li>");
    String download = LIST + "?mode=download&articleNo=4100012&attachNo=";

    assertThat(notice().files())
        .containsExactly(
            new Attachment("신청서 양식.hwp", download + "70"),
            new Attachment("서류 목록.pdf", download + "71"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "href=\"javascript:fn_fileDown('70')\" | ",
        "href='#none' onclick=\"goDownload('a','70')\" | ",
        "href='#none' onclick=\"location.href='?mode=download&attachNo=70'\" | mode=download&attachNo=70",
        "href='?mode=download&f=신청서 양식.hwp' | mode=download&f=%EC%8B%A0%EC%B2%AD%EC%84%9C%20%EC%96%91%EC%8B%9D.hwp",
      })
  void f43_anAttachmentCanBeOpenedHoweverItIsLinked(String link, String query) throws Exception {
    String page =
        Fixtures.text("ciss/article.html").replace("META", "<li class=b-date-box>26.10.02");
    String written = "href=\"?mode=download&amp;articleNo=4100012&amp;attachNo=70\"";
    reader.site().html(ARTICLE, page.replace(written, link));

    assertThat(notice().files()).hasSize(2);
    assertThat(notice().files().getFirst())
        .isEqualTo(new Attachment("신청서 양식.hwp", query == null ? ARTICLE : LIST + "?" + query));
  }

  @Test
  void anArticleWithoutBodyIsGone() throws Exception {
    reader.site().html(ARTICLE, "<html><p>삭제된 게시물입니다.</p></html>");

    assertThat(reader.article(visa, row())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<form><input type=password></form>", "<html><body><div class='b-to"})
  void aLoginPageOrHalfAPageDoesNotMeanThatItIsGone(String page) {
    reader.site().html(ARTICLE, page);

    assertThatThrownBy(() -> reader.article(visa, row()))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining(ARTICLE);
  }

  private void list(String html) {
    reader.site().html(FIRST, html);
  }

  private void article(String meta) {
    reader.site().html(ARTICLE, Fixtures.text("ciss/article.html").replace("META", meta));
  }

  private Notice notice() throws Exception {
    return reader.article(visa, row()).orElseThrow();
  }

  private static ListRow row() {
    return new ListRow(URI.create(ARTICLE), 4100012, "목록의 제목", Optional.empty(), "", false);
  }
}
