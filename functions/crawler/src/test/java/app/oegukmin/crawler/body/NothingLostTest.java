package app.oegukmin.crawler.body;

import static app.oegukmin.crawler.site.Fixtures.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.crawler.site.Fixtures;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing that a reader of a page sees in an article's body is lost: its text, images, files and
 * links. Lost on purpose is what {@link #HIDDEN} names, and what only looks: colours of a page,
 * drawings (svg, canvas), pictures behind text, boxes to tick, and the tags of forms.
 */
class NothingLostTest {

  /** What a browser does not show either. */
  private static final String HIDDEN =
      "script, style, template, noscript, head, [style*=display:none], [type=hidden]";

  /** A piece of a page, and what must be found in what is shown of it. */
  private record Piece(String html, List<String> shown) {

    Piece(String html, String... shown) {
      this(html, List.of(shown));
    }
  }

  private static final String SITE = "https://www.kookmin.ac.kr";

  private static final List<Piece> PIECES =
      List.of(
          new Piece("<p>수강신청 <b>기간</b> 안내 &lt;공지&gt;</p>", "수강신청 기간 안내 <공지>"),
          new Piece("<table><tr><th>구분<td>신청</table>", "구분 신청"),
          new Piece("<form><fieldset><legend>문의</legend>교무팀</fieldset></form>", "문의", "교무팀"),
          new Piece("<textarea>약관\n제1조</textarea>", "약관", "제1조"),
          new Piece("<input value='입력한 값'><button>누르기</button>", "입력한 값", "누르기"),
          new Piece("<ruby>漢字<rt>한자</rt></ruby> <mark>강조</mark>", "漢字", "한자", "강조"),
          new Piece("<details><summary>더</summary>자세히</details>", "더", "자세히"),
          new Piece("<pre>줄 하나\n줄 둘</pre>", "줄 하나", "줄 둘"),
          new Piece("<a href='/user/1.do;jsessionid=1?a=1'>글</a>", SITE + "/user/1.do?a=1"),
          new Piece("<a href='/up/한글 파일.hwp'>첨부</a>", SITE + "/up/%ED%95%9C%EA%B8%80%20"),
          new Piece(
              "<a href=\"javascript:location.href='/down.do?f=2'\">f</a>", SITE + "/down.do?f=2"),
          new Piece("<a href='#' onclick=\"fn_down('3')\">양식.xlsx</a>", "양식.xlsx", PAGE.toString()),
          new Piece(
              "<span onclick=\"open('https://forms.gle/4')\">s</span>", "https://forms.gle/4"),
          new Piece(
              "<table><tr><td onclick=\"go('https://forms.gle/5')\">t</table>",
              "https://forms.gle/5"),
          new Piece(
              "<map><area href='https://forms.gle/6' alt='가기'></map>", "https://forms.gle/6", "가기"),
          new Piece("<a href='mailto:a@example.com'>메일</a>", "mailto:a@example.com"),
          new Piece("<a href='tel:02-910-0000'>전화</a>", "tel:02-910-0000"),
          new Piece("<img src='/up/7.png' alt='포스터'>", SITE + "/up/7.png"),
          new Piece("<img data-src='/up/8.png'>", SITE + "/up/8.png"),
          new Piece("<img src='/blank.gif' data-original='/up/9.png'>", SITE + "/up/9.png"),
          new Piece("<img src='file:///C:/a.png' alt='그림 이름'>", "그림 이름"),
          new Piece("<input type=image src='/up/10.png'>", SITE + "/up/10.png"),
          new Piece("<iframe src='https://www.youtube.com/embed/1'></iframe>", PAGE.toString()),
          new Piece("<object data='/a.pdf'></object>", PAGE.toString()),
          new Piece("<video src='/up/11.mp4'></video>", SITE + "/up/11.mp4"),
          new Piece("<marquee>움직이는 글</marquee>", "움직이는 글"));

  private static final List<String> FRAMES =
      List.of(
          "<div>%s</div>",
          "<div style='white-space:pre-wrap'>\n%s\n</div>",
          "<section>%s</section>",
          "<table><tbody><tr><td>%s</td></tr></tbody></table>",
          "<ul><li>%s</li></ul>",
          "<center><font color=red>%s</font></center>",
          "<span style='display:block'>%s</span>",
          "<article onclick='count()'>%s</article>",
          "<blockquote>%s<p style='display:none'>숨김</p></blockquote>");

  static Stream<Integer> seeds() {
    return Stream.iterate(1, seed -> seed + 1).limit(200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void f44_whateverABodyIsMadeOf(int seed) {
    Random random = new Random(seed);
    List<String> expected = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    for (int part = 0; part < 1 + random.nextInt(6); part++) {
      Piece piece = PIECES.get(random.nextInt(PIECES.size()));
      expected.addAll(piece.shown());
      String html = piece.html();
      for (int depth = random.nextInt(4); depth > 0; depth--) {
        html = FRAMES.get(random.nextInt(FRAMES.size())).formatted(html);
      }
      body.append(html);
    }
    Document clean = Jsoup.parse(Fixtures.cleaned(body.toString()));

    String shown = clean.text() + " " + addresses(clean);
    assertThat(expected).as(body.toString()).allMatch(shown::contains);
    assertThat(shown).doesNotContain("숨김");
  }

  @ParameterizedTest
  @CsvSource({
    "official/article.html, div.view_inner",
    "official/article-image-only.html, div.view_inner",
    "ciss/article.html, div.b-content-box",
    "cs/article.html, #view-detail-data",
  })
  void f44_whatThePagesOfTheSitesShow(String page, String selector) {
    Element body = Fixtures.page(page).selectFirst(selector);
    Document clean = Jsoup.parse(ArticleBody.clean(body));
    Element seen = body.clone();
    seen.select(HIDDEN).remove();

    assertThat(clean.text().split(" ")).contains(seen.text().split(" "));
    for (String attribute : List.of("href", "src")) {
      for (Element each : body.select("[" + attribute + "]")) {
        String address = URI.create(body.baseUri()).resolve(each.attr(attribute)).toString();
        assertThat(addresses(clean)).contains(address);
      }
    }
  }

  private static List<String> addresses(Document page) {
    return page.select("a[href], img[src]").stream()
        .map(each -> each.attr("href") + each.attr("src"))
        .toList();
  }
}
