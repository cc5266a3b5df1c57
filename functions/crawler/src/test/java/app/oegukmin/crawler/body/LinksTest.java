package app.oegukmin.crawler.body;

import static app.oegukmin.crawler.site.Fixtures.PAGE;
import static app.oegukmin.crawler.site.Fixtures.cleaned;
import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  private static final String FORM = "<a href=\"https://forms.gle/AbC\">";

  @Test
  void f44_areasOfAMapBecomeLinks() {
    assertThat(
            cleaned(
                "<p><img src='/p.png' usemap='#m'></p><map name=m>"
                    + "<area href='https://forms.gle/AbC' alt='신청하기'>"
                    + "<area href='/a.hwp' title='양식'>"
                    + "<area onclick=\"window.open('https://forms.gle/D')\">"
                    + "<area href='https://forms.gle/AbC' alt='한 번 더'>"
                    + "<area nohref alt='빈 곳'></map>"))
        .isEqualTo(
            "<p><img src=\"https://www.kookmin.ac.kr/p.png\"></p><div>"
                + (FORM + "신청하기</a><br>")
                + "<a href=\"https://www.kookmin.ac.kr/a.hwp\">양식</a><br>"
                + "<a href=\"https://forms.gle/D\">바로가기</a><br></div>");
  }

  @Test
  void f44_aMapMayLieOutsideOfTheBody() {
    Document page =
        Jsoup.parse(
            "<map id=M><area href='https://forms.gle/AbC'></map><main><img src=p.png usemap='#M'>",
            PAGE.toString());

    assertThat(ArticleBody.clean(page.selectFirst("main"))).contains(FORM + "바로가기</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='#none' onclick=\"window.open('https://forms.gle/AbC')\">신청</a>",
        "<a href=\"javascript:window.open('https://forms.gle/AbC');\">신청</a>",
        "<a onclick=\"location.href='https://forms.gle/AbC'\">신청</a>",
        "<span onclick=\"location.href='https://forms.gle/AbC'\">신청</span>",
        "<button type=button onclick=\"window.open('https://forms.gle/AbC')\">신청</button>",
        "<input type=button value=신청 onclick=\"window.open('https://forms.gle/AbC')\">",
        "<div onclick=\"go('https://forms.gle/AbC')\">신청</div>",
      })
  void f44_whatAScriptOpensBecomesALink(String html) {
    assertThat(cleaned(html)).contains(FORM + "신청</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src='/p.png' onclick=\"window.open('https://forms.gle/AbC')\">",
        "<input type=image src='/p.png' onclick=\"window.open('https://forms.gle/AbC')\">",
        "<div onclick=\"window.open('https://forms.gle/AbC')\"><img src='/p.png'></div>",
      })
  void f44_aPictureThatOpensSomethingDoesSoStill(String html) {
    assertThat(cleaned(html)).contains(FORM + "<img src=\"https://www.kookmin.ac.kr/p.png\"></a>");
  }

  @Test
  void f44_aTableRowThatOpensSomethingHoldsALink() {
    assertThat(
            cleaned(
                "<table><tr onclick=\"location.href='https://forms.gle/AbC'\"><td>신청</td></tr></table>"))
        .contains("<td>신청" + FORM + "바로가기</a></td>");
  }

  @Test
  void f44_aLinkWithinWhatOpensSomethingStays() {
    assertThat(
            cleaned(
                "<div onclick=\"window.open('https://forms.gle/AbC')\"><a href='/a.hwp'>양식</a></div>"))
        .contains("<a href=\"https://www.kookmin.ac.kr/a.hwp\">양식</a>" + FORM);
    assertThat(
            cleaned(
                "<a href='/a.hwp'><img src=p.png onclick=\"window.open('https://forms.gle/AbC')\"></a>"))
        .contains("/a.hwp\"><img")
        .doesNotContain("forms.gle");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a href=\"javascript:fn_egov_downFile('FILE_1','0')\">공고.hwp</a>",
        "<a href='#' onclick=\"goDownload('공고.hwp','1')\">공고.hwp</a>",
      })
  void f43_whatOnlyThePageCanOpenLeadsToThePage(String html) {
    assertThat(cleaned(html)).isEqualTo("<a href=\"" + PAGE + "\">공고.hwp</a>");
  }

  @Test
  void f43_whatLeadsNowhereIsText() {
    assertThat(cleaned("<a href='javascript:void(0)'>글</a>")).isEqualTo("<a>글</a>");
  }

  @Test
  void f43_linksAndPicturesWithBlanksAndHangulAreEncoded() {
    assertThat(cleaned("<a href='/2026 요강.hwp'>요강</a><img src='/포스터 1.png'>"))
        .contains("/2026%20%EC%9A%94%EA%B0%95.hwp\"")
        .contains("/%ED%8F%AC%EC%8A%A4%ED%84%B0%201.png\"");
  }

  @Test
  void f41_linksHoldNoSession() {
    assertThat(cleaned("<a href='/a.do;jsessionid=1A.w?b=1'>a</a><img src='/p?PHPSESSID=2b'>"))
        .contains("/a.do?b=1\"", "/p\"");
  }
}
