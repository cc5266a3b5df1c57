package app.oegukmin.crawler.body;

import static app.oegukmin.crawler.site.Fixtures.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.crawler.site.Fixtures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleBodyTest {

  private static final String PIXEL =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

  @Test
  void keepsTextTablesAndAlignment() {
    String html = rich();

    assertThat(html)
        .contains("제1전공 변경을&nbsp;희망하는 학생은")
        .contains("<td colspan=\"2\">신청</td>")
        .contains("<p style=\"text-align: center\">&nbsp; </p>")
        .contains("<table style=\"border-collapse:collapse\">")
        .contains("&lt;ON국민포털&gt; → &lt;학사서비스&gt;<br>※ 문의 &amp; 상담");
  }

  @Test
  void dN9_linksAndImagesLeadWhereThePageLed() {
    assertThat(rich())
        .contains("href=\"https://www.kookmin.ac.kr/user/kmuNews/notice/4/71002/view.do\"")
        .contains("href=\"https://portal.kookmin.ac.kr/\"")
        .contains("src=\"https://www.kookmin.ac.kr/upload/a.png\"")
        .contains("src=\"https://kep.kookmin.ac.kr/com/cmsv/FileCtr/findUploadImg.do?fileNo=1\"");
  }

  @Test
  void dN9_resolvesProtocolRelativeAndFolderRelativeAddresses() {
    assertThat(clean("<img src='//img.example.ac.kr/b.png'><img src='c.png'>"))
        .contains("src=\"https://img.example.ac.kr/b.png\"")
        .contains("src=\"https://www.kookmin.ac.kr/user/kmuNews/notice/4/71010/c.png\"");
  }

  @Test
  void dN9_anImageLoadedLateIsShownAtOnce() {
    assertThat(clean("<img data-src='/upload/late.png'>"))
        .isEqualTo("<div><img src=\"https://www.kookmin.ac.kr/upload/late.png\"></div>");
    assertThat(clean("<img src='" + PIXEL + "' data-src='/upload/late.png'>"))
        .contains("/upload/late.png")
        .doesNotContain("data:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"translate='no'", "class='name notranslate'"})
  void keepsWhatIsNotToBeTranslatedMarkedSo(String mark) {
    assertThat(clean("<p>포털 <b " + mark + ">ON국민</b>에서</p>"))
        .contains("<b translate=\"no\">ON국민</b>");
  }

  @Test
  void dropsStyleSheetsAndPreviousPosts() {
    assertThat(rich()).doesNotContain("hidden-style").doesNotContain("이전 글");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>steal()</script>",
        "<p onclick='steal()'>a</p>",
        "<a href='javascript:steal()'>a</a>",
        "<a href=' java\nscript:steal()'>a</a>",
        "<iframe src='https://steal.example'></iframe>",
        "<svg><script>steal()</script></svg>",
        "<form action='https://steal.example'><input></form>",
        "<img src='x' onerror='steal()'>",
        "<img src='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9InN0ZWFsKCkiLz4='>",
        "<img src='data:text/html,<script>steal()</script>'>",
        "<p style='background:url(https://steal.example)'>a</p>",
        "<p style='width:expression(steal())'>a</p>",
        "<!-- steal -->",
        "<object data='steal.swf'></object>",
        "<base href='https://steal.example/'>",
        "<meta http-equiv=refresh content='0;url=https://steal.example'>",
      })
  void leavesNothingThatActs(String dangerous) {
    assertThat(clean(dangerous))
        .doesNotContain("steal", "javascript", "script", "onerror", "svg", "expression", "input");
  }

  @Test
  void whatThePageHidesStaysHidden() {
    assertThat(clean("<p style='color:red; display: none'>숨김<b>글</b></p><p>보임</p>"))
        .isEqualTo("<div><p>보임</p></div>");
  }

  @Test
  void anArticleOfImagesOnlyKeepsThem() {
    Document page = Fixtures.page("official/article-image-only.html");

    assertThat(ArticleBody.clean(page.selectFirst("div.view_inner")))
        .contains(
            "<img src=\"https://kep.kookmin.ac.kr/com/cmsv/FileCtr/findUploadImg.do?fileNo=2\">");
  }

  @Test
  void keepsASmallImageThatLiesInThePage() {
    assertThat(clean("<img src='" + PIXEL + "'>")).contains(PIXEL);
  }

  @Test
  void aLargeImageThatLiesInThePageBecomesALinkToIt() {
    String large = "data:image/jpeg;base64," + "A".repeat(Images.INLINE);

    assertThat(clean("<img src='" + large + "'>"))
        .isEqualTo("<div><a href=\"" + PAGE + "\">[이미지: 원문에서 보기]</a></div>");
  }

  @Test
  void leavesThePageAsItWas() {
    Document page = Fixtures.page("official/article.html");
    String before = page.html();

    ArticleBody.clean(page.selectFirst("div.view_inner"));

    assertThat(page.html()).isEqualTo(before);
  }

  private static String rich() {
    return ArticleBody.clean(Fixtures.page("official/article.html").selectFirst("div.view_inner"));
  }

  private static String clean(String html) {
    Element body = Jsoup.parse("<div>" + html + "</div>", PAGE.toString()).selectFirst("div");
    return ArticleBody.clean(body);
  }
}
