package app.oegukmin.crawler.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialArticlePageTest {

  private final Document rich = Fixtures.page("official/article.html");

  @Test
  void readsTheFactsByTheirLabels() {
    OfficialArticlePage article = parsed(rich);

    assertThat(article.title()).isEqualTo("2026학년도 2학기 제1전공 변경신청 안내");
    assertThat(article.heading()).isEqualTo("학사공지");
    assertThat(article.written()).contains(LocalDate.of(2026, 10, 3));
    assertThat(article.phone()).isEqualTo("02-000-0000");
    assertThat(article.fileSet()).contains("0123456789abcdef0123456789abcdef");
  }

  @Test
  void dN8_departmentsAndNamesMayHoldSpaces() {
    assertThat(parsed(rich).department()).isEqualTo("국제교류처 외국인유학생지원센터");
    assertThat(parsed(rich).author()).isEqualTo("가나다 라마바");
  }

  @Test
  void dN8_aMissingAuthorIsNobodyAndTheHitsAreNoPhone() {
    OfficialArticlePage article = parsed(Fixtures.page("official/article-image-only.html"));

    assertThat(article.department()).isEqualTo("SW중심대학사업단");
    assertThat(article.author()).isEmpty();
    assertThat(article.phone()).isEmpty();
  }

  @Test
  void dN8_theOrderOfFactsDoesNotMatter() {
    rich.selectFirst("div.board_etc > span").remove();
    rich.selectFirst("div.board_etc").appendElement("span").text("작성일 2026.09.01");

    assertThat(parsed(rich).written()).contains(LocalDate.of(2026, 9, 1));
    assertThat(parsed(rich).department()).isEqualTo("국제교류처 외국인유학생지원센터");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "작성일 2026.10.03 13:27",
        "작성일 : 2026년 10월 3일(토)",
        "<em>등록일</em> 2026-10-03 13:27:52",
        "2026. 10. 3.",
      })
  void f40_readsADateBesideOtherText(String date) {
    rich.selectFirst("div.board_etc > span").html(date);

    assertThat(parsed(rich).written()).contains(LocalDate.of(2026, 10, 3));
  }

  @Test
  void f40_aLabelMayEndInAColon() {
    rich.select("div.board_etc > span").get(1).text("담당부서 : 교무팀");

    assertThat(parsed(rich).department()).isEqualTo("교무팀");
  }

  @Test
  void aFactWithoutValueIsEmpty() {
    rich.select("div.board_etc > span").forEach(span -> span.text("담당부서"));

    assertThat(parsed(rich).department()).isEmpty();
    assertThat(parsed(rich).written()).isEmpty();
  }

  @Test
  void aCategoryGoesBeforeTheHeading() {
    rich.selectFirst("span.ctg_name").text("특강공지");

    assertThat(parsed(rich).heading()).isEqualTo("특강공지");
  }

  @Test
  void aPageWithoutBodyIsGone() {
    assertThat(OfficialArticlePage.parse(Fixtures.page("official/article-gone.html"))).isEmpty();
  }

  @Test
  void aPageWithoutFilesNamesNoFileSet() {
    rich.select("script").remove();

    assertThat(parsed(rich).fileSet()).isEmpty();
  }

  private static OfficialArticlePage parsed(Document page) {
    return OfficialArticlePage.parse(page).orElseThrow();
  }
}
