package app.oegukmin.local.campus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The campus's cms.kookmin.ac.kr and cs.kookmin.ac.kr. */
class BoardSitesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final String VISA = "/kmuciss/notice/visa.do";

  private final CissSite ciss = CissSite.load(TODAY);
  private final CsSite cs = CsSite.load(TODAY);

  @ParameterizedTest
  @ValueSource(strings = {PhraseBook.ENGLISH, PhraseBook.CHINESE})
  void everythingWrittenIsInThePhraseBook(String language) {
    PhraseBook phrases = PhraseBook.load();

    assertThat(Stream.concat(ciss.posts(), cs.posts()).flatMap(BoardSitesTest::texts).distinct())
        .filteredOn(text -> phrases.find(text, language).isEmpty())
        .isEmpty();
  }

  private static Stream<String> texts(Post post) {
    return Stream.concat(
            Stream.of(post.title()),
            Jsoup.parseBodyFragment(post.html())
                .body()
                .nodeStream(TextNode.class)
                .map(TextNode::text))
        .filter(text -> !text.isBlank());
  }

  @ParameterizedTest
  @CsvSource({"visa, \\d\\d\\.\\d\\d\\.\\d\\d", "scholarship, \\d{4}-\\d\\d-\\d\\d"})
  void boardsSpellDatesInTheirOwnWay(String board, String date) {
    assertThat(ciss("/kmuciss/notice/" + board + ".do").select("span.b-date").eachText())
        .isNotEmpty()
        .allMatch(text -> text.matches(date));
  }

  @Test
  void aPinnedPostBearsABadgeAndComesAgain() {
    Document list = ciss(VISA);
    String pinned = list.select("tr.b-top-box a").attr("href");

    assertThat(list.select("tr.b-top-box a span")).isNotEmpty();
    assertThat(list.select("tr:not(.b-top-box) a").eachAttr("href")).contains(pinned);
    assertThat(pinned).startsWith("?mode=view&articleNo=");
  }

  @Test
  void pastTheEndAListSaysThatItIsEmpty() {
    Map<String, List<String>> query =
        Map.of("mode", List.of("list"), "article.offset", List.of("100"));

    assertThat(html(ciss.answer(request("/kmuciss/notice/gks.do", query))).select("td.b-no-post"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"visa, 2", "academic, 1"})
  void articlesShowFactsWithAndWithoutLabels(String board, int spans) {
    String path = "/kmuciss/notice/" + board + ".do";
    String number =
        ciss(path)
            .select("a[href*=articleNo]")
            .attr("href")
            .replaceAll(".*articleNo=(\\d+).*", "$1");
    Map<String, List<String>> query = Map.of("mode", List.of("view"), "articleNo", List.of(number));

    Document article = html(ciss.answer(request(path, query)));

    assertThat(article.select("li.b-date-box span")).hasSize(spans);
    assertThat(article.select("div.b-content-box")).hasSize(1);
  }

  @Test
  void anArticleThatIsNotThereHasNoBody() {
    Map<String, List<String>> query = Map.of("mode", List.of("view"), "articleNo", List.of("1"));

    assertThat(html(ciss.answer(request(VISA, query))).select("div.b-content-box")).isEmpty();
    assertThat(cs.answer(request("/news/notice/1", Map.of())).status()).isEqualTo(404);
    assertThat(cs.answer(request("/news/nothing/", Map.of())).status()).isEqualTo(404);
    assertThat(ciss.answer(request("/nothing", Map.of())).status()).isEqualTo(404);
  }

  @Test
  void aListCutsLongTitlesThatAnArticleShowsWhole() {
    Document list = html(cs.answer(request("/news/notice/", Map.of())));
    String cut =
        list.select("li.subject a").stream()
            .filter(link -> link.text().endsWith("…"))
            .findFirst()
            .orElseThrow()
            .attr("href");
    Document article = html(cs.answer(request("/news/notice/" + cut.substring(2), Map.of())));

    assertThat(article.select("td.view-title").text()).doesNotContain("…");
    assertThat(article.select("td.attach-file a").attr("href")).startsWith("//wfile.");
  }

  @Test
  void aFeedLinksByNumberAlone() {
    CampusReply feed = cs.answer(request("/news/notice/rss", Map.of()));
    Document items =
        Jsoup.parse(new String(feed.body(), StandardCharsets.UTF_8), "", Parser.xmlParser());

    assertThat(feed.contentType()).startsWith("text/xml");
    assertThat(items.select("item > link").eachText())
        .isNotEmpty()
        .allMatch(link -> link.matches("\\d+"));
    assertThat(items.select("item > pubDate").eachText()).allMatch(day -> day.endsWith("+0900"));
  }

  private Document ciss(String path) {
    return html(ciss.answer(request(path, Map.of())));
  }

  private static Document html(CampusReply reply) {
    return Jsoup.parse(new String(reply.body(), StandardCharsets.UTF_8));
  }

  private static CampusRequest request(String path, Map<String, List<String>> query) {
    return new CampusRequest("GET", "host", path, query, Map.of(), "");
  }
}
