package app.oegukmin.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeHtmlTest {

  private static final String PAGE =
      "<!doctype html><HTML lang=ko><body><div class=view_inner><p>장학금 신청</p>"
          + "<table><tr><td>기간</td></tr></table></div></body></HTML >";

  @Test
  @DisplayName("F-22: a page is cut wherever it ends before its end")
  void f22_isCutAtEveryPoint() {
    assertThat(WholeHtml.test(PAGE + "\n<!-- 3 ms -->")).isTrue();
    for (int end = PAGE.indexOf("lang"); end < PAGE.length(); end++) {
      assertThat(WholeHtml.test(PAGE.substring(0, end))).as("cut at %d", end).isFalse();
    }
  }

  @Test
  @DisplayName("F-22: a page that was pasted into another is not the other's end")
  void f22_aPastedPageEndsNothing() {
    String pasted = PAGE.replace("장학금", "<html><body>메일</body></html>");

    assertThat(WholeHtml.test(pasted)).isTrue();
    assertThat(WholeHtml.test(pasted.substring(0, pasted.indexOf("기간")))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<p>점검 중", "<div><p>글</div>", "<ul><li>글</ul><br>"})
  void aFragmentThatClosesItsBlocksIsWhole(String source) {
    assertThat(WholeHtml.test(source)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div><p>글</p>", "<div><table><tr><td>글</div>"})
  @DisplayName("F-22: a fragment with an open block is cut")
  void f22_aFragmentWithAnOpenBlockIsCut(String source) {
    assertThat(WholeHtml.test(source)).isFalse();
  }
}
