package app.oegukmin.crawler;

import static app.oegukmin.crawler.OfficialPages.article;
import static app.oegukmin.crawler.OfficialPages.list;
import static app.oegukmin.crawler.OfficialPages.listUrl;
import static app.oegukmin.crawler.OfficialPages.row;
import static app.oegukmin.crawler.OfficialPages.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.crawler.site.Boards;
import app.oegukmin.crawler.site.Fixtures;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.Attachment;
import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlPage.Purpose;
import app.oegukmin.testkit.FakeSite;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("process")
class CrawlerHandlerTest {

  @RegisterExtension static final Stack STACK = Crawl.stack();

  private static final String ACADEMIC = "official-academic";

  private Crawl crawl;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    crawl = new Crawl(STACK, Map.of());
  }

  @AfterEach
  void stop() {
    crawl.close();
  }

  @Test
  void aRunBeginsWithOnePagePerBoard() throws Exception {
    JsonNode answer = crawl.begin();

    assertThat(answer.path("boards")).hasSize(Boards.load().all().size());
    for (JsonNode ignored : answer.path("boards")) {
      CrawlPage page = crawl.next().orElseThrow();
      assertThat(page.run()).isEqualTo(answer.path("run").asText());
      assertThat(page.page()).isEqualTo(1);
      assertThat(answer.path("boards")).extracting(JsonNode::asText).contains(page.board());
    }
    assertThat(crawl.next()).isEmpty();
  }

  @Test
  void anAdministratorsOrderBeginsARun() throws Exception {
    assertThat(crawl.order()).isTrue();

    assertThat(crawl.next()).map(CrawlPage::purpose).contains(Purpose.MANUAL);
  }

  @Test
  void anOperatorMayNameBoards() throws Exception {
    assertThat(crawl.begin(ACADEMIC).path("boards")).hasSize(1);

    assertThat(crawl.next()).map(CrawlPage::board).contains(ACADEMIC);
    assertThat(crawl.next()).isEmpty();
  }

  @Test
  void anUnknownNameBeginsNothing() throws Exception {
    assertThatThrownBy(() -> crawl.begin(ACADEMIC, "official-evening"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("official-evening");
    assertThat(crawl.next()).isEmpty();
  }

  @Test
  void aMessageForABoardThatIsNoMoreIsDone() throws Exception {
    CrawlPage old = CrawlPage.first("2026-11-20T09:00:00.000Z", "official-evening", Purpose.MANUAL);

    assertThat(crawl.deliver(old, new FakeContext())).isTrue();
    assertThat(crawl.site().requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aNoticeIsStoredForEveryLanguage(Language language) throws Exception {
    crawl.site().html(listUrl(4, 1), list(row(4, 1)));
    crawl.site().html(url(4, 1), article("수강신청 안내", "2026.11.20", "<p>본문</p>"));

    assertThat(crawl.run(ACADEMIC)).isEmpty();

    for (String type : List.of(NoticeTable.ALL, "학사공지")) {
      assertThat(crawl.rows(language, type))
          .extracting(NoticeRow::title)
          .containsExactly("수강신청 안내");
    }
    assertThat(crawl.rows(language, "장학공지")).isEmpty();
    assertThat(crawl.body(language).document()).isEqualTo("<div><p>본문</p></div>");
    assertThat(crawl.body(language).url()).isEqualTo(url(4, 1));
  }

  @Test
  void dN10_attachmentsAreStored() throws Exception {
    crawl.site().html(listUrl(4, 1), list(row(4, 71010)));
    crawl.site().html(url(4, 71010), Fixtures.text("official/article.html"));
    crawl
        .site()
        .answers(
            "https://portal.kookmin.ac.kr/por/restapi/file/0123456789abcdef0123456789abcdef",
            FakeSite.send(200, "application/json", Fixtures.text("official/files.json")));

    crawl.run(ACADEMIC);

    assertThat(crawl.body(Language.ZH).files())
        .extracting(Attachment::title)
        .containsExactly("제1전공 변경신청 안내.hwp", "[붙임2] 전공별 최저이수학점 & 기준.pdf");
  }

  @Test
  void dN12_longTitlesAreKeptWhole() throws Exception {
    String title = "긴 제목 ".repeat(2000).strip();
    crawl.site().html(listUrl(4, 1), list(row(4, 1)));
    crawl.site().html(url(4, 1), article(title, "2026.11.20", ""));

    assertThat(crawl.run(ACADEMIC)).isEmpty();

    assertThat(crawl.titles()).containsExactly(title);
  }

  @Test
  void aBodyTooLargeForAnItemIsKeptToo() throws Exception {
    byte[] noise = new byte[150_000];
    new Random(3).nextBytes(noise);
    String body = HexFormat.of().formatHex(noise);
    crawl.site().html(listUrl(4, 1), list(row(4, 1)));
    crawl.site().html(url(4, 1), article("큰 공지", "2026.11.20", body));

    crawl.run(ACADEMIC);

    assertThat(crawl.body(Language.KO).document()).contains(body);
  }

  @Test
  void theBoardTellsHowItsRunWent() throws Exception {
    crawl.site().html(listUrl(4, 1), list(row(4, 2), row(4, 1)));
    crawl.site().html(url(4, 2), article("수강신청 안내", "2026.11.20", ""));
    crawl.site().html(url(4, 1), Fixtures.text("official/article-gone.html"));

    JsonNode begun = crawl.begin(ACADEMIC);
    crawl.deliver(crawl.next().orElseThrow(), new FakeContext());

    assertThat(crawl.board(ACADEMIC).find("lastRun"))
        .isEqualTo(Optional.of(begun.path("run").asText()));
    assertThat(crawl.board(ACADEMIC).number("added")).isEqualTo(1);
    assertThat(crawl.board(ACADEMIC).number("gone")).isEqualTo(1);
    assertThat(crawl.board(ACADEMIC).number("failed")).isZero();
  }
}
