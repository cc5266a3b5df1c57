package app.oegukmin.translator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.budget.MonthlyBudget;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Tag("process")
class CappedTranslatorTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslationTable");

  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-30T23:00:00Z"));
  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private DeepLServer deepL;
  private DynamoDbClient dynamodb;

  @BeforeEach
  void start() throws IOException {
    STACK.clear();
    deepL = new DeepLServer();
    dynamodb = STACK.dynamodb();
  }

  @AfterEach
  void stop() {
    deepL.close();
  }

  @Test
  void countsTheCharactersOfTheMonth() {
    CappedTranslator translator = capped(0);
    translate(translator, "교무팀", "장학");
    translate(translator, "학사 😀");
    assertThat(used(NOVEMBER)).isEqualTo(9);
    assertThat(metrics.toString(UTF_8))
        .contains("\"TranslatedCharacters\":5}", "\"TranslatedCharacters\":4}")
        .contains("\"MonthlyCharacters\":5}", "\"MonthlyCharacters\":9}");
  }

  @Test
  void workersThatRaceUseExactlyTheCap() {
    AtomicInteger refused = new AtomicInteger();
    IntStream.range(0, 24)
        .parallel()
        .forEach(
            worker -> {
              try {
                translate(capped(50), "가나다라마");
              } catch (TranslationFailure failure) {
                assertThat(failure).hasMessageContaining("CAP_REACHED");
                refused.incrementAndGet();
              }
            });
    assertThat(deepL.calls()).hasSize(10);
    assertThat(refused).hasValue(14);
    assertThat(used(NOVEMBER)).isEqualTo(50);
  }

  @Test
  void sendsNothingBeyondTheCapAndGoesOnInTheNextMonth() {
    translate(capped(6), "다섯글자다");
    assertThatThrownBy(() -> translate(capped(6), "두자")).hasMessageContaining("CAP_REACHED");
    assertThatThrownBy(() -> translate(capped(6), "일곱글자이다요")).hasMessageContaining("CAP_REACHED");
    translate(capped(6), "한");
    clock.advance(Duration.ofHours(1));
    translate(capped(6), "두자");
    assertThat(deepL.paid()).containsExactly("다섯글자다", "한", "두자");
    assertThat(used(NOVEMBER)).isEqualTo(6);
    assertThat(used(NOVEMBER.plusMonths(1))).isEqualTo(2);
  }

  @Test
  void givesBackWhatIsNotPaid() {
    for (int status : List.of(456, 403, 429, 503, 400)) {
      deepL.answerNext(status);
      assertThatThrownBy(() -> translate(capped(3), "세글자")).isInstanceOf(TranslationFailure.class);
    }
    assertThat(used(NOVEMBER)).isZero();
    translate(capped(3), "세글자");
    assertThat(used(NOVEMBER)).isEqualTo(3);
  }

  @Test
  void keepsWhatMayBePaid() {
    deepL.loseNextAnswer();
    assertThatThrownBy(() -> translate(capped(3), "세글자")).hasMessageContaining("ANSWER_LOST");
    assertThat(used(NOVEMBER)).isEqualTo(3);
    assertThatThrownBy(() -> translate(capped(3), "글")).hasMessageContaining("CAP_REACHED");
  }

  @Test
  void givesBackWhatTheVendorDoesNotBill() {
    deepL.billNoMarkup();
    capped(0).translate(List.of("<p>글자</p>"), TextFormat.HTML, Language.ZH);
    assertThat(used(NOVEMBER)).isEqualTo(2);
  }

  @Test
  void whatIsPaidIsNotLostWhenNothingCanBeGivenBack() {
    deepL.billNoMarkup();
    dynamodb = takingOneUpdate();

    Translated paid = capped(0).translate(List.of("<p>글자</p>"), TextFormat.HTML, Language.ZH);

    assertThat(paid.texts()).hasSize(1);
    assertThat(deepL.calls()).hasSize(1);
  }

  private static DynamoDbClient takingOneUpdate() {
    AtomicInteger updates = new AtomicInteger();
    ExecutionInterceptor busy =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(
              Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (updates.incrementAndGet() > 1) {
              throw SdkClientException.create("Unreachable");
            }
          }
        };
    return DynamoDbClient.builder()
        .overrideConfiguration(config -> config.addExecutionInterceptor(busy))
        .build();
  }

  private static void translate(Translator translator, String... texts) {
    translator.translate(List.of(texts), TextFormat.TEXT, Language.ZH);
  }

  private CappedTranslator capped(long cap) {
    return new CappedTranslator(
        deepL.translator(),
        new MonthlyBudget(dynamodb, STACK.table("TranslationTable"), "characters", cap, clock),
        new Metrics("translator", clock, new PrintStream(metrics, true, UTF_8)));
  }

  private static long used(YearMonth month) {
    return Months.used(STACK, month);
  }
}
