package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.secret.Secret;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.translator.TranslationFailure.Kind;
import app.oegukmin.translator.TranslationFailure.Remedy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeepLTranslatorTest {

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-29T03:00:00Z"));
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
    Translated translated = translator().translate(List.of("교무팀", "장학"), TextFormat.TEXT, language);
    assertThat(translated.texts()).containsExactly("[" + code + "]교무팀", "[" + code + "]장학");
    assertThat(deepL.calls()).extracting(DeepLServer.Call::tagHandling).containsExactly("");
  }

  @Test
  void saysWhenATextIsHtml() {
    Translated translated =
        translator().translate(List.of("<p>글</p>"), TextFormat.HTML, Language.ZH);
    assertThat(translated.texts()).containsExactly("<p>[ZH]글</p>");
    assertThat(deepL.calls()).extracting(DeepLServer.Call::tagHandling).containsExactly("html");
  }

  @Test
  void spreadsManyTextsOverCallsWithinTheLimits() {
    List<String> texts = IntStream.range(0, 60).mapToObj(i -> i + "가".repeat(3000)).toList();
    List<List<String>> calls = translator().calls(texts);
    calls.forEach(call -> translator().translate(call, TextFormat.TEXT, Language.ZH));
    assertThat(deepL.paid()).containsExactlyElementsOf(texts);
    assertThat(deepL.calls()).hasSizeGreaterThan(1).hasSameSizeAs(calls);
  }

  @ParameterizedTest
  @CsvSource({
    "456, QUOTA_USED_UP",
    "401, KEY_REFUSED",
    "403, KEY_REFUSED",
    "429, UNAVAILABLE",
    "503, UNAVAILABLE",
    "529, UNAVAILABLE",
    "500, UNAVAILABLE",
    "404, UNAVAILABLE",
    "400, REJECTED",
    "413, TOO_LARGE",
    "414, TOO_LARGE",
    "422, REJECTED",
    "408, UNAVAILABLE"
  })
  void saysWhatFailedAndLeavesRepeatingToTheQueue(int status, Kind kind) {
    deepL.answerNext(status);
    assertThat(failure(translator(), List.of("글"))).isEqualTo(kind);
    assertThat(kind.maybePaid()).isFalse();
    assertThat(deepL.calls()).isEmpty();
  }

  @Test
  void refusesToWorkWithAWrongKey() {
    assertThat(failure(translator("wrong"), List.of("글"))).isEqualTo(Kind.KEY_REFUSED);
  }

  @Test
  void callsOnceMoreWhenTheRefusedKeyHasBeenExchanged() {
    AtomicReference<String> stored = new AtomicReference<>("withdrawn");
    DeepLTranslator translator =
        new DeepLTranslator(secret(() -> Optional.of(stored.get())), Optional.of(deepL.url()));
    assertThat(failure(translator, List.of("글"))).isEqualTo(Kind.KEY_REFUSED);
    stored.set(DeepLServer.KEY);
    clock.advance(Duration.ofSeconds(10));

    assertThat(translator.translate(List.of("글"), TextFormat.TEXT, Language.ZH).texts())
        .containsExactly("[ZH]글");
    assertThat(deepL.paid()).containsExactly("글");
  }

  @Test
  void isUnavailableWhenNobodyListens() {
    DeepLTranslator translator = translator();
    deepL.close();
    assertThat(failure(translator, List.of("글"))).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void doesNotKnowWhetherALostAnswerIsPaid() {
    deepL.loseNextAnswer();
    assertThat(failure(translator(), List.of("글"))).isEqualTo(Kind.ANSWER_LOST);
    assertThat(Kind.ANSWER_LOST.maybePaid()).isTrue();
    assertThat(deepL.paid()).containsExactly("글");
  }

  @Test
  void doesNotRepeatAnAnswerWithTooFewTranslations() {
    deepL.twist(translations -> translations.remove(0) == null ? null : translations);
    assertThat(failure(translator(), List.of("하나", "둘"))).isEqualTo(Kind.UNREADABLE);
    assertThat(Kind.UNREADABLE.remedy()).isEqualTo(Remedy.FEW_CATCH_UPS);
  }

  @Test
  void doesNotRepeatAnAnswerItCannotRead() {
    deepL.twist(translations -> translations.removeAll().add("text"));
    assertThat(failure(translator(), List.of("글"))).isEqualTo(Kind.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"billed_characters", "detected_source_language"})
  @DisplayName("F-30: a response without an optional field is read")
  void f30_readsAResponseWithoutAnOptionalField(String field) {
    deepL.twist(
        translations -> {
          translations.forEach(each -> ((ObjectNode) each).remove(field));
          return translations;
        });
    Translated translated =
        translator().translate(List.of("교무팀", "장학"), TextFormat.TEXT, Language.ZH);
    assertThat(translated.texts()).containsExactly("[ZH]교무팀", "[ZH]장학");
    assertThat(translated.characters()).isEqualTo(field.startsWith("billed") ? 0 : 5);
  }

  @Test
  void doesNotRepeatAnAnswerWithoutAText() {
    deepL.twist(
        translations -> {
          ((ObjectNode) translations.get(0)).remove("text");
          return translations;
        });
    assertThat(failure(translator(), List.of("글"))).isEqualTo(Kind.UNREADABLE);
  }

  @Test
  void tellsTheCharactersThatAreBilled() {
    assertThat(
            translator().translate(List.of("교무팀", "장학"), TextFormat.TEXT, Language.ZH).characters())
        .isEqualTo(5);
  }

  @Test
  @DisplayName("F-52: the body as it is sent stays within DeepL's limit, whatever it is made of")
  void f52_countsTheCodedBody() {
    String worst = "가😀&<\n +~*\u00a0\"%".repeat(400);
    List<List<String>> calls = translator().calls(Collections.nCopies(40, worst));
    calls.forEach(call -> translator().translate(call, TextFormat.HTML, Language.EN_US));
    assertThat(deepL.tooLarge()).isEmpty();
    assertThat(deepL.calls()).allMatch(call -> call.bytes() > 100_000 || call.texts().size() < 6);
  }

  @Test
  void isNotReadyWithoutAKey() {
    assertThat(new DeepLTranslator(secret(Optional::empty), Optional.empty()).ready()).isFalse();
    assertThat(translator().ready()).isTrue();
  }

  @Test
  void makesNoCallForNoText() {
    assertThat(translator().calls(List.of())).isEmpty();
  }

  private Kind failure(DeepLTranslator translator, List<String> texts) {
    return catchThrowableOfType(
            TranslationFailure.class,
            () -> translator.translate(texts, TextFormat.TEXT, Language.EN_US))
        .kind();
  }

  private DeepLTranslator translator() {
    return translator(DeepLServer.KEY);
  }

  private DeepLTranslator translator(String key) {
    URI server = deepL.url();
    return new DeepLTranslator(secret(() -> Optional.of(key)), Optional.of(server));
  }

  private Secret<Optional<String>> secret(Supplier<Optional<String>> source) {
    return new Secret<>(source, clock);
  }
}
