package app.oegukmin.chatbot;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.search.Passage;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is paid for, and what is not. */
@Tag("process")
class ChatbotMoneyTest {

  private static final String QUESTION = "장학금 신청은 언제까지 하나요?";
  private static final Wording KOREAN = Wording.of(Language.KO);
  private static final String LINK = Asker.SCHOLARSHIP.link();

  @RegisterExtension static final Stack STACK = Stack.of("ChatAnswerTable");

  @RegisterExtension final Asker asker = new Asker(STACK);

  @Test
  void countsWhatMayBePaidAndPaysNothingTwice() {
    asker.vendor.responds(200, "{\"choices\":[{\"mess");

    assertThat(asker.ask(QUESTION)).isEqualTo(KOREAN.apology());
    assertThat(asker.vendor.calls()).hasSize(1);
    assertThat(Long.parseLong(asker.tokens())).isGreaterThan(1_000);
  }

  @Test
  void makesNoCallAfterThreeFailures() {
    asker.vendor.responds(500, "{}");
    IntStream.range(0, 5).forEach(i -> asker.ask(QUESTION));
    assertThat(asker.vendor.calls()).hasSize(3);

    asker.vendor.responds(call -> FakeModel.writes("네, 됩니다 [1]."));
    asker.clock.advance(Duration.ofSeconds(30));

    assertThat(asker.ask(QUESTION)).startsWith("네, 됩니다. [1]");
  }

  @Test
  void answersEqualQuestionsOnceADay() {
    String first = asker.ask(QUESTION);

    assertThat(asker.ask("  장학금 신청은\u00a0언제까지 하나요")).isEqualTo(first);
    assertThat(asker.vendor.calls()).hasSize(1);
    assertThat(asker.ask(QUESTION, "en")).contains(LINK);
    assertThat(asker.vendor.calls()).hasSize(2);
    asker.clock.advance(Writer.KEPT);
    asker.ask(QUESTION);
    assertThat(asker.vendor.calls()).hasSize(3);
  }

  @Test
  @DisplayName("D-B4: a new notice changes at once the answers it belongs in, and costs no others")
  void dB4_aNewNoticeChangesTheAnswersItBelongsIn() {
    List<Passage> five =
        LongStream.rangeClosed(1, 5)
            .mapToObj(id -> Sample.notice(4 * id, "안내 " + id, "장학금 신청은 " + id + "월까지예요."))
            .toList();
    asker.passages = question -> five;
    String first = asker.ask(QUESTION);

    asker.passages = question -> with(five, Sample.notice(40, "식당 안내", "식당은 9시에 엽니다."));
    assertThat(asker.ask(QUESTION)).isEqualTo(first);
    assertThat(asker.vendor.calls()).hasSize(1);

    asker.passages = question -> with(five, Sample.notice(44, "장학금 신청 연장", "장학금 신청을 더 받아요."));
    asker.vendor.responds(call -> FakeModel.writes("연장되었어요 [1]."));
    assertThat(asker.ask(QUESTION)).startsWith("연장되었어요. [1]").contains("notice/11");
    assertThat(asker.vendor.calls().getLast().user()).contains("장학금 신청 연장");
  }

  private static List<Passage> with(List<Passage> passages, Passage more) {
    return Stream.concat(passages.stream(), Stream.of(more)).toList();
  }

  @Test
  void aChangedSourceIsInNoAnswer() {
    String first = asker.ask(QUESTION);
    asker.passages = question -> List.of(Sample.notice(8, "성적우수 장학금 신청 안내", "장학금 신청은 5월까지입니다."));
    asker.vendor.responds(call -> FakeModel.writes("5월까지입니다 [1]."));

    assertThat(asker.ask(QUESTION)).isNotEqualTo(first).startsWith("5월까지입니다. [1]");
  }

  @Test
  void aHiddenSourceIsInNoAnswer() {
    Passage answer = Sample.answer(5, "장학금 질문", "장학금 신청은 포털에서 해요.");
    asker.passages = question -> List.of(answer, Asker.SCHOLARSHIP);
    asker.vendor.responds(call -> FakeModel.writes("포털에서 해요 [1]. 3월까지예요 [2]."));
    assertThat(asker.ask(QUESTION)).contains("포털");

    asker.passages = question -> List.of(Asker.SCHOLARSHIP);
    asker.vendor.responds(call -> FakeModel.writes("3월까지예요 [1]."));

    assertThat(asker.ask(QUESTION)).startsWith("3월까지예요. [1]").doesNotContain("포털");
  }

  @Test
  void paysOnceForTwoEqualQuestionsAtOnce() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    asker.vendor.responds(
        call -> {
          asked.countDown();
          waiting.await();
          return FakeModel.writes("네, 됩니다 [1].");
        });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = threads.submit(() -> asker.ask(QUESTION));
      asked.await();
      Future<String> second = threads.submit(() -> asker.ask(QUESTION));
      waiting.countDown();
      assertThat(second.get()).isEqualTo(first.get()).contains(LINK);
    }
    assertThat(asker.vendor.calls()).hasSize(1);
  }

  @Test
  @DisplayName("D-S13: no more than the month's tokens can be billed; then passages are quoted")
  void dS13_quotesWhenTheMonthsTokensAreUsedUp() {
    asker.restart("openai", "3300");
    assertThat(asker.ask(QUESTION)).startsWith("신청은");

    // Reserved is what a call may use at most, so a second one of this size still fits or not.
    while (asker.ask("장학금 신청 기간 " + asker.vendor.calls().size()).startsWith("신청은")) {
      assertThat(asker.vendor.calls()).hasSizeLessThan(12);
    }

    assertThat(asker.metrics()).contains("ChatbotCapReached");
    assertThat(Long.parseLong(asker.tokens())).isLessThanOrEqualTo(3_300);
    assertThat(asker.ask("장학금 신청 마감")).startsWith(KOREAN.quotes());
    asker.clock.advance(Duration.ofDays(3));
    assertThat(asker.ask("장학금 신청 마감")).startsWith("신청은");
  }

  @Test
  void quotesWithoutAKey() {
    asker.parameters.holdsNothing();

    assertThat(asker.ask(QUESTION)).startsWith(KOREAN.quotes());
    assertThat(asker.metrics()).contains("ChatbotWithoutKey");
    assertThat(asker.vendor.calls()).isEmpty();
  }
}
