package app.oegukmin.translator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class TranslationMemoryTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslationTable");

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T03:00:00Z"));
  private DeepLServer deepL;
  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private Translator machine;
  private TranslationTable table;
  private TranslationMemory memory;

  @BeforeEach
  void start() throws IOException {
    STACK.clear();
    deepL = new DeepLServer();
    table = new TranslationTable(STACK.dynamodb(), STACK.table("TranslationTable"));
    machine = new GuardedTranslator(deepL.translator(), clock);
    memory =
        new TranslationMemory(
            new Glossary(),
            table,
            machine,
            clock,
            new Metrics("translator", clock, new PrintStream(metrics, true, UTF_8)));
  }

  @AfterEach
  void stop() {
    deepL.close();
  }

  @Test
  void asksTheGlossaryBeforeTheMachine() {
    assertThat(text("교무팀", "새 부서")).containsExactly("教务组", "[ZH]새 부서");
    assertThat(deepL.paid()).containsExactly("새 부서");
  }

  @Test
  void dN7_paysForATextOnce() {
    assertThat(text("글", "글")).containsExactly("[ZH]글", "[ZH]글");
    assertThat(text("글")).containsExactly("[ZH]글");
    assertThat(deepL.paid()).containsExactly("글");
  }

  @Test
  @DisplayName("F-52: a call that the vendor finds too large is halved")
  void f52_sendsLessWhenACallIsTooLarge() {
    deepL.refuseAsTooLarge(call -> call.texts().size() > 2);
    assertThat(text("하나", "둘", "셋", "넷", "다섯"))
        .containsExactly("[ZH]하나", "[ZH]둘", "[ZH]셋", "[ZH]넷", "[ZH]다섯");
    assertThat(deepL.paid()).containsExactly("하나", "둘", "셋", "넷", "다섯");
  }

  @Test
  @DisplayName("F-52: of a call with a text that is refused the others are kept")
  void f52_keepsTheOthersOfACallWithARefusedText() {
    deepL.refuseAsTooLarge(call -> call.texts().contains("셋"));
    assertThatThrownBy(() -> text("하나", "둘", "셋", "넷"))
        .isInstanceOf(TranslationFailure.class)
        .hasMessageContaining("TOO_LARGE");
    assertThat(text("하나", "둘")).containsExactly("[ZH]하나", "[ZH]둘");
    assertThat(deepL.paid()).containsExactly("하나", "둘");
  }

  @Test
  void readsAGlossaryNameInHtmlAsAnyText() {
    assertThat(memory.translate(List.of("교무팀"), TextFormat.HTML, Language.ZH))
        .containsExactly("[ZH]교무팀");
  }

  @Test
  void paysNothingForATextWithoutLetters() {
    assertThat(text("", "2026. 10. 13.")).containsExactly("", "2026. 10. 13.");
    assertThat(deepL.calls()).isEmpty();
  }

  @Test
  void keepsTheTextWhenTheMachineHasNoWordForIt() {
    deepL.twist(
        translations -> {
          ((ObjectNode) translations.get(0)).put("text", " ");
          return translations;
        });
    assertThat(text("글")).containsExactly("글");
  }

  @Test
  void remembersWhatWasPaidBeforeAFailure() {
    List<String> texts = IntStream.range(0, 51).mapToObj(i -> "글" + i).toList();
    deepL.answerNext(200, 456);
    assertThatThrownBy(() -> memory.translate(texts, TextFormat.TEXT, Language.ZH))
        .hasMessageContaining("QUOTA_USED_UP");
    clock.advance(Duration.ofMinutes(10));
    memory.translate(texts, TextFormat.TEXT, Language.ZH);
    assertThat(deepL.paid()).containsExactlyElementsOf(texts);
    assertThat(metrics.toString(UTF_8)).isEmpty();
  }

  @Test
  void needsNoMachineForWhatItRemembers() {
    text("글");
    deepL.answerNext(456);
    assertThatThrownBy(() -> text("다른 글")).hasMessageContaining("QUOTA_USED_UP");
    assertThat(text("글")).containsExactly("[ZH]글");
  }

  @Test
  void claimsNothingWhileTheMachineRests() {
    deepL.answerNext(456);
    assertThatThrownBy(() -> text("글")).hasMessageContaining("QUOTA_USED_UP");
    assertThatThrownBy(() -> text("다른 글")).hasMessageContaining("QUOTA_USED_UP");
    assertThat(STACK.dynamodb().scan(scan -> scan.tableName(STACK.table("TranslationTable"))))
        .matches(found -> found.items().isEmpty());
  }

  @Test
  void countsWhatAKilledWorkerMayHavePaid() {
    Instant until = clock.instant().plus(Duration.ofMinutes(3));
    table.claim(TranslationKey.of("글", TextFormat.TEXT, Language.ZH), clock.instant(), until);
    clock.advance(Duration.ofMinutes(4));
    assertThat(text("글", "다른 글")).containsExactly("[ZH]글", "[ZH]다른 글");
    assertThat(metrics.toString(UTF_8)).contains("\"" + TranslationMemory.PAID_TWICE + "\":1}");
  }

  @Test
  void countsWhatALostAnswerMayHaveCost() {
    deepL.loseNextAnswer();
    assertThatThrownBy(() -> text("글")).hasMessageContaining("ANSWER_LOST");
    clock.advance(Duration.ofMinutes(2));
    assertThatThrownBy(() -> text("글")).hasMessageContaining("CLAIMED");
    assertThat(metrics.toString(UTF_8)).isEmpty();
    clock.advance(Duration.ofMinutes(2));
    assertThat(text("글")).containsExactly("[ZH]글");
    assertThat(metrics.toString(UTF_8)).contains("\"" + TranslationMemory.PAID_TWICE + "\":1}");
    assertThat(deepL.paid()).containsExactly("글", "글");
  }

  @Test
  void leavesATextAloneThatAnotherWorkerIsPayingFor() {
    Instant until = clock.instant().plus(Duration.ofMinutes(3));
    table.claim(TranslationKey.of("글", TextFormat.TEXT, Language.ZH), clock.instant(), until);
    assertThatThrownBy(() -> text("글", "다른 글")).hasMessageContaining("CLAIMED");
    assertThat(deepL.paid()).containsExactly("다른 글");
    clock.advance(Duration.ofMinutes(4));
    assertThat(text("글")).containsExactly("[ZH]글");
  }

  @Test
  void paysOnceWhenWorkersRace() {
    List<String> texts = IntStream.range(0, 20).mapToObj(i -> "글" + i).toList();
    Set<String> failures = new ConcurrentSkipListSet<>();
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            worker -> {
              try {
                memory.translate(texts, TextFormat.TEXT, Language.ZH);
              } catch (TranslationFailure failure) {
                failures.add(failure.kind().name());
              }
            });
    assertThat(failures).isSubsetOf("CLAIMED");
    assertThat(metrics.toString(UTF_8)).isEmpty();
    assertThat(deepL.paid()).containsExactlyInAnyOrderElementsOf(texts);
  }

  private List<String> text(String... texts) {
    return memory.translate(List.of(texts), TextFormat.TEXT, Language.ZH);
  }
}
