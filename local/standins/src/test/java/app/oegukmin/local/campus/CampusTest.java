package app.oegukmin.local.campus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CampusTest {

  // Half past midnight of the 21st in Seoul.
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T15:30:00Z"), ZoneOffset.UTC);
  private static final String NOTICE = "/www.kookmin.ac.kr/user/kmuNews/notice/";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Campus campus;

  @BeforeAll
  static void start() throws Exception {
    campus = Campus.start(CLOCK);
  }

  @AfterAll
  static void stop() {
    campus.close();
    CLIENT.close();
  }

  @Test
  void listsABoardNewestFirstAsOfTodayInSeoul() throws Exception {
    List<String> dates =
        html("4/index.do").select("li:not(.notice) div.board_etc > span:first-child").eachText();

    assertThat(dates).hasSize(20).startsWith("2026.11.21");
    assertThat(dates).isSortedAccordingTo((one, other) -> other.compareTo(one));
  }

  @Test
  void pagesATwentyAndAnEmptyOnePastTheEnd() throws Exception {
    Elements first =
        html("4/index.do?currentPageNo=1").select("li:not(.notice) > a[href*=view.do]");
    Elements second = html("4/index.do?currentPageNo=2").select("li > a[href*=view.do]");
    Document third = html("4/index.do?currentPageNo=3");

    assertThat(second).isNotEmpty().hasSizeLessThan(20);
    assertThat(second.eachAttr("href")).doesNotContainAnyElementsOf(first.eachAttr("href"));
    assertThat(third.selectFirst("div.board_list > ul")).isNotNull();
    assertThat(third.select("a[href*=view.do]")).isEmpty();
  }

  @Test
  void pinnedPostsHaveATitleOnlyAndMayComeAgain() throws Exception {
    Elements pinned = html("4/index.do").select("li.notice");

    assertThat(pinned).hasSize(2);
    assertThat(pinned.select("p.title")).hasSize(2);
    assertThat(pinned.select("div.board_etc")).isEmpty();
    assertThat(html("4/index.do").select("li:not(.notice) > a").eachAttr("href"))
        .containsAnyElementsOf(pinned.select("a").eachAttr("href"));
  }

  @Test
  void theListOfEverythingNamesCategories() throws Exception {
    assertThat(html("index.do").select("span.ctg_name").eachText())
        .contains("학사공지", "장학공지", "공모·행사");
  }

  @Test
  void someRowsLackAnAuthor() throws Exception {
    List<Integer> facts =
        html("4/index.do").select("div.board_etc").stream().map(Element::childrenSize).toList();

    assertThat(facts).contains(3, 4);
  }

  @Test
  void anArticleShowsLabelledFactsAndABody() throws Exception {
    Document article = article("시간제취업");

    assertThat(article.select("div.board_etc > span").eachText())
        .anyMatch(fact -> fact.startsWith("작성일 2026.11."))
        .contains("담당부서 국제교류처 외국인유학생지원센터", "담당자 서하늘 ☎ 02-000-1305");
    assertThat(article.selectFirst("div.view_inner").text()).contains("허가를 받아야 합니다");
  }

  @Test
  void attachmentsAreListedByThePortal() throws Exception {
    String key =
        article("시간제취업")
            .select("script")
            .html()
            .replaceAll("(?s).*attflUuidValue = \"(\\w+)\".*", "$1");

    HttpResponse<String> files = get("/portal.kookmin.ac.kr/por/restapi/file/" + key, "*/*");

    assertThat(files.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(files.body()).contains("시간제취업 확인서.hwp").contains("\"seq\":1");
    assertThat(get("/portal.kookmin.ac.kr/por/restapi/file/unknown", "*/*").body()).isEqualTo("[]");
  }

  @Test
  void aPostOfPicturesHasNoText() throws Exception {
    Element body = article("해커톤").selectFirst("div.view_inner");

    assertThat(body.text().strip()).isEmpty();
    assertThat(get(onCampus(body.selectFirst("img").attr("src")), "*/*").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aRichPostHoldsWhatWordProcessorsPaste() throws Exception {
    Element body = article("제1전공").selectFirst("div.view_inner");

    assertThat(body.select("style, table, img[src^=/upload/], a[href^=/user/]")).hasSize(4);
    assertThat(get("/www.kookmin.ac.kr/upload/procedure.png", "*/*").statusCode()).isEqualTo(200);
  }

  @Test
  void anArticleThatIsListedCanBeGone() throws Exception {
    assertThat(article("게시 종료").select("div.view_inner")).isEmpty();
    assertThat(html("4/99999999/view.do").select("div.view_inner")).isEmpty();
  }

  @Test
  void theBoardInAnAddressIsNotLookedAt() throws Exception {
    String path = link("시간제취업").replace("/notice/5/", "/notice/7/");

    assertThat(Jsoup.parse(get("/www.kookmin.ac.kr" + path, "text/html").body()).title())
        .isEqualTo("유학생 시간제취업 허가 절차 안내");
  }

  @Test
  void whoDoesNotAskForHtmlGetsJson() throws Exception {
    assertThat(get(NOTICE + "4/index.do", "*/*").headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
  }

  @Test
  void anUnknownSiteOrPathIsNotFound() throws Exception {
    assertThat(get("/example.com/", "text/html").statusCode()).isEqualTo(404);
    assertThat(get("/www.kookmin.ac.kr/nowhere", "text/html").statusCode()).isEqualTo(404);
    assertThat(get("/portal.kookmin.ac.kr/nowhere", "text/html").statusCode()).isEqualTo(404);
    assertThat(get("/kep.kookmin.ac.kr/nowhere", "text/html").statusCode()).isEqualTo(404);
    assertThat(get("/", "text/html").statusCode()).isEqualTo(404);
  }

  private static Document article(String title) throws Exception {
    return Jsoup.parse(get("/www.kookmin.ac.kr" + link(title), "text/html").body());
  }

  private static String link(String title) throws Exception {
    for (int page = 1; page < 10; page++) {
      Element row =
          html("index.do?currentPageNo=" + page).selectFirst("li > a:contains(" + title + ")");
      if (row != null) {
        return row.attr("href");
      }
    }
    throw new AssertionError("Not listed: " + title);
  }

  private static String onCampus(String url) {
    return url.replaceFirst("^https:/", "");
  }

  private static Document html(String page) throws Exception {
    return Jsoup.parse(get(NOTICE + page, "text/html").body());
  }

  private static HttpResponse<String> get(String path, String accept) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(campus.base() + path)).header("Accept", accept).build(),
        BodyHandlers.ofString());
  }
}
