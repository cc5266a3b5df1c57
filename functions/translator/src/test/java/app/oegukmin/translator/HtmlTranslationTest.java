package app.oegukmin.translator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class HtmlTranslationTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslationTable");

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T03:00:00Z"));
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private DeepLServer deepL;
  private HtmlTranslation html;

  @BeforeEach
  void start() throws IOException {
    STACK.clear();
    deepL = new DeepLServer();
    Metrics metrics = new Metrics("translator", clock, new PrintStream(lines, true, UTF_8));
    TranslationMemory memory =
        new TranslationMemory(
            new Glossary(),
            new TranslationTable(STACK.dynamodb(), STACK.table("TranslationTable")),
            deepL.translator(),
            clock,
            metrics);
    html = new HtmlTranslation(memory, metrics);
  }

  @AfterEach
  void stop() {
    deepL.close();
  }

  @Test
  @DisplayName("F-51: of a translation that lost a tag the other blocks are used")
  void f51_asksAgainForTheBlockAlone() {
    twist(text -> text.contains("<p>") ? text.replace("관<br>", "관 ") : text);
    assertThat(translate("<p>안내</p><p>북악관<br>두 시</p><p>끝</p>"))
        .isEqualTo("<p>[ZH]안내</p><p>[ZH]북악관<br>[ZH]두 시</p><p>[ZH]끝</p>");
    assertThat(deepL.paid()).containsExactly("<p>안내</p><p>북악관<br>두 시</p><p>끝</p>", "북악관<br>두 시");
    assertThat(counted("MarkupChanged")).isEqualTo(1);
  }

  @Test
  @DisplayName("F-51: a block that always loses its tag is translated between its tags")
  void f51_translatesBetweenTheTagsInTheEnd() {
    twist(text -> text.replace("관<br>", "관 "));
    assertThat(translate("<p>안내</p><p><b>북악관</b> <br>두 시</p><p>장소: 북악관<br>두 시</p>"))
        .isEqualTo(
            "<p>[ZH]안내</p><p><b>[ZH]북악관</b> <br>[ZH]두 시</p>" + "<p>[ZH]장소: 북악관<br>[ZH]두 시</p>");
    assertThat(deepL.paid()).containsSubsequence("장소: 북악관<br>두 시", "장소: 북악관");
    assertThat(counted("MarkupChanged")).isEqualTo(2);
    assertThat(counted("LeftKorean")).isZero();
  }

  @Test
  @DisplayName("F-28: a doubled tag costs its block, and each text is paid once")
  void f28_paysOnceForWhatCameBackDamaged() {
    twist(text -> text.replaceAll("(<a [^>]*>)([^<]*)</a>", "$1$2</a>$1$2</a>"));
    String document = "<p>글 <a id=\"0\">보기</a> 참고</p><p>둘</p>";
    String expected = "<p>[ZH]글 <a id=\"0\">[ZH]보기</a> [ZH]참고</p><p>[ZH]둘</p>";
    assertThat(translate(document)).isEqualTo(expected);
    int paid = deepL.paid().size();
    assertThat(translate(document)).isEqualTo(expected);
    assertThat(deepL.paid()).hasSize(paid).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("F-28: blocks that were lost or merged are all asked for by themselves")
  void f28_asksForEveryBlockWhenBlocksAreLost() {
    twist(text -> text.replace("</p><p>", " "));
    assertThat(translate("<p>하나</p><p>둘</p>")).isEqualTo("<p>[ZH]하나</p><p>[ZH]둘</p>");
    assertThat(deepL.paid()).containsExactly("<p>하나</p><p>둘</p>", "하나", "둘");
  }

  @Test
  @DisplayName("F-28: what gets a tag of its own each time stays Korean, and is counted")
  void f28_countsWhatStaysKorean() {
    twist(text -> text.replace("북악관", "북악관<b>"));
    assertThat(translate("<p>안내</p><p>북악관</p>")).isEqualTo("<p>[ZH]안내</p><p>북악관</p>");
    assertThat(counted("LeftKorean")).isEqualTo(1);
  }

  @Test
  @DisplayName("F-28: between damaged tags, what must not be translated is not sent")
  void f28_keepsWhatIsNotToBeTranslated() {
    twist(text -> text.replace("<br>", ""));
    String untouched = "<b id=\"0\" translate=\"no\">북악관</b>";
    assertThat(translate("<p>장소 " + untouched + "<br>두 시</p>"))
        .isEqualTo("<p>[ZH]장소 " + untouched + "<br>[ZH]두 시</p>");
    assertThat(deepL.paid()).doesNotContain("북악관");
  }

  @Test
  @DisplayName("F-37: what the vendor translated although it must not is put back")
  void f37_putsBackWhatMustNotBeTranslated() {
    twist(text -> text.replace("북악관", "Bugak Hall"));
    String kept = "<x-name id=\"0\" translate=\"no\">북악관</x-name>";
    assertThat(translate("<p>" + kept + "에서</p>")).isEqualTo("<p>" + kept + "[ZH]에서</p>");
  }

  private String translate(String text) {
    return html.translate(List.of(text), Language.ZH).getFirst();
  }

  private void twist(UnaryOperator<String> change) {
    deepL.twist(translations -> DeepLServer.eachText(translations, change));
  }

  private long counted(String kind) {
    return lines
        .toString(UTF_8)
        .lines()
        .filter(line -> line.contains(HtmlTranslation.TROUBLE) && line.contains(kind))
        .count();
  }
}
