package app.oegukmin.crawler.body;

import static app.oegukmin.crawler.site.Fixtures.cleaned;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineBreaksTest {

  private static final String THREE = "1. 기간<br>2. 장소<br>3. 문의";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div style='white-space: pre-wrap'>1. 기간\n2. 장소\n3. 문의</div>",
        "<div style='color:red;WHITE-SPACE:pre-line'>1. 기간\r\n2. 장소\r\n3. 문의</div>",
        "<p style='white-space:break-spaces !important'>1. 기간\n2. 장소\n3. 문의</p>",
        "<div style='white-space:pre'><span style='white-space:inherit'>1. 기간\n2. 장소\n3. 문의</span></div>",
        "<textarea readonly>1. 기간\n2. 장소\n3. 문의</textarea>",
        "<style>.memo { color: red; white-space: pre-wrap }</style><div class=memo>1. 기간\n2. 장소\n3. 문의</div>",
      })
  void f45_linesOfAStyleStayLines(String html) {
    assertThat(cleaned(html)).contains(THREE);
  }

  @Test
  void f45_reachesWhatLiesWithin() {
    assertThat(cleaned("<div style='white-space:pre-wrap'>가\n<b>나\n다</b>\n라</div>"))
        .isEqualTo("<div>가<br><b>나<br>다</b><br>라</div>");
  }

  @Test
  void f45_aStyleWithinMaySayOtherwise() {
    assertThat(
            cleaned(
                "<div style='white-space:pre-wrap'>가\n<p style='white-space:normal'>나\n다</p></div>"))
        .contains("<p>나\n다</p>");
  }

  @Test
  void f45_blanksThatIndentStayWide() {
    assertThat(cleaned("<p style='white-space:pre'>\t가  나\n  다</p>"))
        .isEqualTo("<p>&nbsp;&nbsp;&nbsp; 가&nbsp; 나<br>&nbsp; 다</p>");
    assertThat(cleaned("<p style='white-space:pre-line'>  가\n  나</p>"))
        .isEqualTo("<p>  가<br>  나</p>");
  }

  @Test
  void f45_blanksBetweenParagraphsAreNoLines() {
    assertThat(cleaned("<div style='white-space:pre-wrap'>\n<p>가</p>\n\n<p>나</p>\n</div>"))
        .doesNotContain("<br>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<span style='display:block'>가</span><span style='display: block;'>나</span> | <span>가<br></span><span>나</span>",
        "가<b style='display:flex'>나</b>다 | 가<b><br>나<br></b>다",
        "<span style='display:inline-block'>가</span>나 | <span>가</span>나",
        "<p><i style='display:block'>가</i></p> | <p><i>가</i></p>",
        "<section>가</section><article>나</article> | <div>가</div><div>나</div>",
        "<fieldset><legend>가</legend>나</fieldset> | <div><div>가</div>나</div>",
        "<details><summary>가</summary>나</details> | <div><div>가</div>나</div>",
        "<select><option>가<option>나</select> | <div>가</div><div>나</div>",
      })
  void f45_linesOfOtherElementsStayLines(String html, String shown) {
    assertThat(cleaned(html)).isEqualTo(shown);
  }

  @Test
  void f45_preformattedTextStaysAsItIs() {
    assertThat(cleaned("<pre>가\n  나</pre>")).isEqualTo("<pre>가\n  나</pre>");
  }
}
