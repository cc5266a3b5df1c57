package app.oegukmin.crawler.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  private static final String FORM = "https://forms.gle/AbC?a=1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "window.open('https://forms.gle/AbC?a=1')",
        "window.open(\"https://forms.gle/AbC?a=1\", '_blank', 'width=100'); return false;",
        "open ( `https://forms.gle/AbC?a=1` )",
        "location.href='https://forms.gle/AbC?a=1';",
        "window.location = 'https://forms.gle/AbC?a=1'",
        "self.location.replace('https://forms.gle/AbC?a=1')",
        "document.location.assign('https:\\/\\/forms.gle\\/AbC?a=1')",
        "goUrl('_blank', 'https://forms.gle/AbC?a=1')",
        "$(location).attr('href', 'https://forms.gle/AbC?a=1')",
        "fn('/img/' + id, 'https://forms.gle/AbC?a=1')",
      })
  void f44_findsTheAddressThatAScriptOpens(String script) {
    assertThat(Target.of(link("onclick", script).attr("href", "#none"))).contains(FORM);
    assertThat(Target.of(link("onclick", script))).contains(FORM);
    assertThat(Target.of(link("href", "JavaScript: " + script))).contains(FORM);
  }

  @Test
  void f43_findsAFileOfTheSite() {
    String file = "https://www.kookmin.ac.kr/upload/a.hwp";

    assertThat(Target.of(link("href", "javascript:fileDown('/upload/a.hwp');"))).contains(file);
    assertThat(Target.of(link("onclick", "location.href='upload/a.hwp'"))).contains(file);
    assertThat(Target.of(link("href", "upload/a.hwp").attr("onclick", "count('/b.do?c=1')")))
        .contains(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fn_egov_downFile('FILE_1','0')",
        "window.open('/file/down.do?id=' + id)",
        "window.open(base + '/down.do?id=1')",
        "goDownload('공고.hwp', 'a1b2', '/upload/board/')",
        "window.open('about:blank')",
        "location.href='javascript:go()'",
        "go(1)",
        "show(this.name.replace('a', 'b'))",
        "layer.open('notice')",
      })
  void f43_aScriptThatMakesTheAddressTellsNone(String script) {
    assertThat(Target.of(link("onclick", script))).isEmpty();
    assertThat(Target.acts(link("onclick", script))).isTrue();
    assertThat(Target.acts(link("href", "javascript:" + script))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";", "void(0)", "void(0);", " void 0 ; ", "return false;", "return"})
  void f43_aScriptThatDoesNothingIsNone(String script) {
    assertThat(Target.acts(link("href", "javascript:" + script))).isFalse();
    assertThat(Target.acts(link("onclick", script))).isFalse();
  }

  private static Element link(String attribute, String value) {
    return Jsoup.parse("<a></a>", "https://www.kookmin.ac.kr/")
        .selectFirst("a")
        .attr(attribute, value);
  }
}
