package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.notice.Language;
import app.oegukmin.translator.TranslationFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeepLTranslatorTest {

  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private final Map<String, String> paid = new LinkedHashMap<>();
  private DeepLServer deepL;

  @BeforeEach
  void start() throws IOException {
    deepL = new DeepLServer();
  }

  @AfterEach
  void stop() {
    deepL.close();
  }

  @ParameterizedTest
  @CsvSource({"EN_US, EN-US", "ZH, ZH"})
  void translatesIntoEachLanguage(Language language, String code) {
    translator().translate(List.of("교무팀", "장학"), TextFormat.TEXT, language, paid::put);
    assertThat(paid)
        .containsExactly(
            Map.entry("교무팀", "[" + code + "]교무팀"), Map.entry("장학", "[" + code + "]장학"));
    assertThat(deepL.calls()).extracting(DeepLServer.Call::tagHandling).containsExactly("");
  }

  @Test
  void saysWhenATextIsHtml() {
    translator().translate(List.of("<p>글</p>"), TextFormat.HTML, Language.ZH, paid::put);
    assertThat(paid).containsEntry("<p>글</p>", "<p>[ZH]글</p>");
    assertThat(deepL.calls()).extracting(DeepLServer.Call::tagHandling).containsExactly("html");
  }

  @Test
  void spreadsManyTextsOverCallsWithinTheLimits() {
    List<String> texts = IntStream.range(0, 60).mapToObj(i -> i + "가".repeat(3000)).toList();
    translator().translate(texts, TextFormat.TEXT, Language.ZH, paid::put);
    assertThat(paid.keySet()).containsExactlyElementsOf(texts);
    assertThat(deepL.calls()).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource({
    "456, QUOTA_USED_UP", "403, KEY_REFUSED", "429, UNAVAILABLE", "503, UNAVAILABLE",
    "529, UNAVAILABLE", "500, UNAVAILABLE", "404, UNAVAILABLE", "400, REJECTED"
  })
  void saysWhatFailedAndLeavesRepeatingToTheQueue(int status, Kind kind) {
    deepL.answerNext(status);
    assertThat(failure(translator(), List.of("글"))).isEqualTo(kind);
    assertThat(paid).isEmpty();
    assertThat(deepL.calls()).isEmpty();
  }

  @Test
  void refusesToWorkWithAWrongKey() {
    assertThat(failure(translator("wrong"), List.of("글"))).isEqualTo(Kind.KEY_REFUSED);
  }

  @Test
  void isUnavailableWhenNobodyListens() {
    DeepLTranslator translator = translator();
    deepL.close();
    assertThat(failure(translator, List.of("글"))).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void keepsWhatWasPaidBeforeACallFails() {
    List<String> texts = IntStream.range(0, 51).mapToObj(i -> "글" + i).toList();
    deepL.answerNext(200, 456);
    assertThat(failure(translator(), texts)).isEqualTo(Kind.QUOTA_USED_UP);
    assertThat(paid.keySet()).containsExactlyElementsOf(texts.subList(0, 50));
  }

  @Test
  void rejectsAnAnswerWithTooFewTranslations() {
    deepL.twist(translations -> translations.remove(0) == null ? null : translations);
    assertThat(failure(translator(), List.of("하나", "둘"))).isEqualTo(Kind.REJECTED);
    assertThat(paid).isEmpty();
  }

  @Test
  void rejectsAnAnswerItCannotRead() {
    deepL.twist(translations -> translations.removeAll().add("text"));
    assertThat(failure(translator(), List.of("글"))).isEqualTo(Kind.REJECTED);
  }

  @Test
  void countsTheCharactersThatAreBilled() {
    translator().translate(List.of("교무팀", "장학"), TextFormat.TEXT, Language.ZH, paid::put);
    assertThat(metrics.toString(StandardCharsets.UTF_8)).contains("\"TranslatedCharacters\":5");
  }

  @Test
  void isNotReadyWithoutAKey() {
    assertThat(new DeepLTranslator(Optional::empty, Optional.empty(), metrics()).ready()).isFalse();
    assertThat(translator().ready()).isTrue();
  }

  @Test
  void makesNoCallForNoText() {
    translator().translate(Collections.emptyList(), TextFormat.TEXT, Language.ZH, paid::put);
    assertThat(deepL.calls()).isEmpty();
  }

  private Kind failure(DeepLTranslator translator, List<String> texts) {
    return catchThrowableOfType(
            TranslationFailure.class,
            () -> translator.translate(texts, TextFormat.TEXT, Language.EN_US, paid::put))
        .kind();
  }

  private DeepLTranslator translator() {
    return translator(DeepLServer.KEY);
  }

  private DeepLTranslator translator(String key) {
    URI server = deepL.url();
    return new DeepLTranslator(() -> Optional.of(key), Optional.of(server), metrics());
  }

  private Metrics metrics() {
    return new Metrics(
        "translator", Clock.systemUTC(), new PrintStream(metrics, true, StandardCharsets.UTF_8));
  }
}
