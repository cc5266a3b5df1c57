package app.oegukmin.crawler.body;

import static app.oegukmin.crawler.site.Fixtures.PAGE;
import static app.oegukmin.crawler.site.Fixtures.cleaned;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {

  private static final String ORIGINAL = "<a href=\"" + PAGE + "\">[원문에서 보기]</a>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img data-original='/p.png'>",
        "<img src='/img/blank.gif' data-original='/p.png'>",
        "<img src='/img/loading.svg' data-lazy-src='/p.png'>",
        "<img srcset='/p.png 1x, /p2.png 2x'>",
        "<img data-srcset='/p.png, /p2.png 2x' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
      })
  void f44_anImageLoadedLateIsShownAtOnce(String html) {
    assertThat(cleaned(html)).contains("src=\"https://www.kookmin.ac.kr/p.png\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///C:/poster.png", "cid:poster@mail", "blob:https://a/b", ""})
  void f44_anImageThatCannotBeLoadedShowsItsName(String source) {
    assertThat(cleaned("<img src='" + source + "' alt='포스터'>")).isEqualTo("포스터");
    assertThat(cleaned("<img src='" + source + "'>")).endsWith("<p>" + ORIGINAL + "</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<p>&nbsp;</p>",
        "<div style=\"background:url('/poster.png')\"></div>",
        "<svg><path d='M0 0'/></svg>",
        "<canvas></canvas>",
        "<script>show()</script>",
        "<iframe src='https://www.youtube.com/embed/a' width=0></iframe>",
        "<p style='display:none'>숨김</p>",
      })
  void f44_aNoticeIsNeverEmptyWithoutALinkToItsPage(String html) {
    assertThat(cleaned(html)).contains(ORIGINAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<iframe src='https://www.youtube.com/embed/a'></iframe>",
        "<object data='/a.pdf'><embed src='/a.pdf'></object>",
        "<video></video>",
      })
  void f44_whatIsEmbeddedIsSeenOnThePage(String html) {
    assertThat(cleaned("<p>글</p>" + html)).isEqualTo("<p>글</p>" + ORIGINAL);
  }

  @Test
  void f44_aRecordingIsALink() {
    assertThat(cleaned("<video><source src='/a.mp4'></video><audio src='/b.mp3'></audio>"))
        .contains("href=\"https://www.kookmin.ac.kr/a.mp4\"")
        .contains("href=\"https://www.kookmin.ac.kr/b.mp3\"");
  }

  @Test
  void f44_whatAControlShowsStays() {
    assertThat(cleaned("<input value='기간: 10월'><input type=hidden value=1><input type=submit>"))
        .isEqualTo("<span>기간: 10월</span><span></span>");
  }

  @Test
  void f44_aBodyThatAScriptRevealsIsShown() {
    org.jsoup.nodes.Document page =
        org.jsoup.Jsoup.parse("<main style='display:none'>글</main>", PAGE.toString());

    assertThat(ArticleBody.clean(page.selectFirst("main"))).isEqualTo("<div>글</div>");
  }
}
