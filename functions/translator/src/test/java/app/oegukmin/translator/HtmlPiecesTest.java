package app.oegukmin.translator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPiecesTest {

  private static final int SEEDS = 150;
  private static final int LARGE = 10_000;

  @ParameterizedTest
  @ValueSource(ints = {100, 250, 1000, LARGE})
  void dN6_joinsWhatItSplitWithoutLoss(int limit) {
    for (int seed = 0; seed < SEEDS; seed++) {
      String html = new RandomHtml(seed).fragment();
      HtmlPieces pieces = HtmlPieces.split(html, limit);
      assertThat(pieces.join(pieces.texts())).as("seed %d", seed).isEqualTo(html);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 250, 1000})
  void keepsEveryTextWithinTheLimit(int limit) {
    for (int seed = 0; seed < SEEDS; seed++) {
      String html = new RandomHtml(seed).fragment();
      assertThat(HtmlPieces.split(html, limit).texts())
          .as("seed %d", seed)
          .allSatisfy(text -> assertThat(text.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(limit));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 250, 1000, LARGE})
  void dN6_offersEveryLetterForTranslationExactlyOnce(int limit) {
    for (int seed = 0; seed < SEEDS; seed++) {
      String html = new RandomHtml(seed).fragment();
      String offered = String.join("", HtmlPieces.split(html, limit).texts());
      assertThat(letters(offered)).as("seed %d", seed).isEqualTo(letters(html));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 250, 1000, LARGE})
  void dN6_keepsEveryTagLinkAndImageInOrderWhateverTheWordsBecome(int limit) {
    for (int seed = 0; seed < SEEDS; seed++) {
      String html = new RandomHtml(seed).fragment();
      HtmlPieces pieces = HtmlPieces.split(html, limit);
      List<String> translations =
          pieces.texts().stream().map(text -> DeepLServer.translation(text, "ZH")).toList();
      assertThat(tags(pieces.join(translations))).as("seed %d", seed).isEqualTo(tags(html));
    }
  }

  @Test
  void fillsAPieceWithNeighbouringBlocks() {
    assertThat(HtmlPieces.split("<p>하나</p><p>둘</p>", LARGE).texts())
        .containsExactly("<p>하나</p><p>둘</p>");
  }

  @Test
  void opensABlockThatIsTooLargeAndCopiesItsTags() {
    String text = "가".repeat(30);
    String html = "<div class=\"view_inner\"><p>%s</p><p>%s</p></div>".formatted(text, text);
    HtmlPieces pieces = HtmlPieces.split(html, 100);
    assertThat(pieces.texts()).containsExactly("<p>" + text + "</p>", "<p>" + text + "</p>");
    assertThat(pieces.join(List.of("<p>one</p>", "<p>two</p>")))
        .isEqualTo("<div class=\"view_inner\"><p>one</p><p>two</p></div>");
  }

  @Test
  void leavesUntranslatedWhatIsNestedTooDeeply() {
    String html = "<div>".repeat(20_000) + "글" + "</div>".repeat(20_000);
    HtmlPieces pieces = HtmlPieces.split(html, LARGE);
    assertThat(pieces.texts()).isEmpty();
    assertThat(pieces.join(List.of())).isEqualTo(RandomHtml.normal(html));
  }

  @Test
  void keepsAttributesFromTheVendor() {
    HtmlPieces pieces =
        HtmlPieces.split("<p>글 <a href=\"https://a/?x=1&amp;y=2\">보기</a></p>", LARGE);
    assertThat(pieces.texts()).containsExactly("<p>글 <a id=\"0\">보기</a></p>");
    assertThat(pieces.join(List.of("<p><a id=\"0\">See</a> text</p>")))
        .isEqualTo("<p><a href=\"https://a/?x=1&amp;y=2\">See</a> text</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"class=\"n\" translate=\"no\"", "class=\"n notranslate\""})
  void tellsTheVendorWhatMustNotBeTranslated(String attributes) {
    String html = "<p>글 <b " + attributes + ">북악관</b></p>";
    HtmlPieces pieces = HtmlPieces.split(html, LARGE);
    assertThat(pieces.texts()).containsExactly("<p>글 <b id=\"0\" translate=\"no\">북악관</b></p>");
    assertThat(pieces.join(pieces.texts())).isEqualTo(html);
  }

  @Test
  void offersNothingThatHasNoWords() {
    String html = "<p><img src=\"data:image/png;base64," + "A".repeat(LARGE) + "\">2026. 10.</p>";
    HtmlPieces pieces = HtmlPieces.split(html, LARGE);
    assertThat(pieces.texts()).isEmpty();
    assertThat(pieces.join(List.of())).isEqualTo(html);
  }

  @Test
  void leavesOutWhatIsNoContent() {
    HtmlPieces pieces =
        HtmlPieces.split("<p>글<!-- <b> --></p><script>id=\"0\"</script><style>p{}</style>", LARGE);
    assertThat(pieces.join(pieces.texts())).isEqualTo("<p>글</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>lost the link</p>",
        "<p><a id=\"0\">one</a><a id=\"0\">two</a></p>",
        "<p><a id=\"0\">text<br></p></a>",
        "<p><a id=\"0\">text</a></p><script>alert(1)</script>",
        "<p><a id=\"1\">text</a></p>",
        "<p><a id=\"0\">text</p>",
        ""
      })
  void dN6_keepsTheOriginalOfAPieceWhoseMarkupCameBackDamaged(String translation) {
    String html = "<p><a href=\"https://a/\">글</a></p>";
    assertThat(HtmlPieces.split(html, LARGE).join(List.of(translation))).isEqualTo(html);
  }

  @Test
  void keepsTheOriginalWhenBlocksCameBackInAnotherOrder() {
    String html = "<h3>제목</h3><p>글</p>";
    assertThat(HtmlPieces.split(html, LARGE).join(List.of("<p>text</p><h3>title</h3>")))
        .isEqualTo(html);
  }

  @Test
  void acceptsOtherSpellingsOfTheSameTags() {
    HtmlPieces pieces = HtmlPieces.split("<p>글<br><img src=\"a\"> 글</p>", LARGE);
    assertThat(pieces.join(List.of("<P>text<br/><img id='0' /> text</P>")))
        .isEqualTo("<p>text<br><img src=\"a\"> text</p>");
  }

  private static List<String> tags(String html) {
    return Jsoup.parseBodyFragment(html).body().getAllElements().stream()
        .map(element -> element.tagName() + element.attributes().html())
        .toList();
  }

  private static String letters(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    return body.wholeText()
        .codePoints()
        .filter(Character::isLetter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
