package app.oegukmin.crawler.body;

import static app.oegukmin.crawler.site.Fixtures.cleaned;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.oegukmin.crawler.fetch.FetchedPage;
import app.oegukmin.crawler.fetch.Validator;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages that nobody writes on purpose. Whatever grows faster than its page would make these tests
 * endless; whatever calls itself for each level would overflow the stack.
 */
class HostilePageTest {

  private static final int MANY = 20_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<span style='white-space:pre'>a\n",
        "<b>",
        "<font color=red>a",
        "<table><tr><td>",
        "<a href=x>a",
        "<a onclick='f()'>",
        "<div onclick=\"window.open('https://a.example/')\">",
        "<details><summary>",
        "<svg><foreignObject>",
        "<textarea>",
        "<select><option>",
        "<!--",
        "<",
        "</p>",
      })
  void aDeepPageIsReadAndBecomesFlat(String tag) {
    String clean = cleaned("<p>공지</p>" + tag.repeat(MANY));

    assertThat(clean).contains("공지");
    assertThat(depth(Jsoup.parse(clean).body())).isLessThan(250);
  }

  @Test
  void whatIsFlatIsAsSafe() {
    String deep = "<div>".repeat(500);

    assertThat(cleaned(deep + "<script>steal()</script><style>p{}</style><!--steal-->글"))
        .contains("글")
        .doesNotContain("steal", "p{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n<b>x</b>",
        "<span style='display:block'>a</span>",
        "<p style='display:none'>a</p>",
        "<input type=hidden>",
        "<iframe src=x width=0></iframe>",
        "<img src='file:///a'>",
        "<img src=x usemap='#m'><map name=n><area href=y></map>",
        "<p onclick=\"open('https://a.example/')\">a</p>",
        "<a href=\"javascript:f('/a.b','c')\">a</a>",
        "&amp;&#44032;&bogus;",
      })
  void aWidePageIsReadInTimeThatGrowsAsItDoes(String part) {
    String page = "<div style='white-space:pre-wrap'>공지" + part.repeat(MANY) + "</div>";

    assertThat(cleaned(page)).contains("공지");
  }

  @Test
  void aLongAttributeIsReadInTimeThatGrowsAsItDoes() {
    String long1 = "phpsessid=1&".repeat(MANY);
    String long2 = ";jsessionid=1".repeat(MANY);

    assertThat(cleaned("<a href='/a?" + long1 + "'>a</a>")).contains("/a\"");
    assertThat(cleaned("<a href='/a" + long2 + "'>a</a>")).contains("/a\"");
    assertThat(cleaned("<p style=\"" + "white-space:".repeat(MANY) + "\">a</p>")).contains("a");
    assertThat(cleaned("<p onclick=\"open" + " ".repeat(MANY) + "\">a</p>")).contains("a");
    assertThat(cleaned("<style>" + "p{white-space:pre}".repeat(MANY) + "</style>a")).contains("a");
  }

  @Test
  void anyBytesAreAPage() {
    byte[] noise = new byte[100_000];
    new Random(42).nextBytes(noise);
    byte[] same = new byte[100_000];
    for (byte[] page : new byte[][] {{}, {-2}, {-1, -2}, {-1, -2, '<'}, noise, same}) {
      assertThatCode(() -> clean(page)).doesNotThrowAnyException();
    }
    Arrays.fill(same, (byte) 0xFF);
    assertThatCode(() -> clean(same)).doesNotThrowAnyException();
    byte[] labels = ("<meta charset=x>".repeat(MANY) + "\u00E9\u00FF").getBytes(ISO_8859_1);
    assertThatCode(() -> clean(labels)).doesNotThrowAnyException();
  }

  private static String clean(byte[] page) {
    URI url = URI.create("https://www.kookmin.ac.kr/a");
    return ArticleBody.clean(
        new FetchedPage(url, Optional.empty(), Validator.NONE, page).html().body());
  }

  private static int depth(Element body) {
    int[] deepest = {0};
    body.traverse((node, depth) -> deepest[0] = Math.max(deepest[0], depth));
    return deepest[0];
  }
}
