package app.oegukmin.chatbot;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.chatbot.ChatbotFailure.Kind;
import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class ChatbotHandlerTest {

  private static final String QUESTION = "장학금 신청은 언제까지 하나요?";
  private static final Wording KOREAN = Wording.of(Language.KO);
  private static final String LINK = Asker.SCHOLARSHIP.link();

  @RegisterExtension static final Stack STACK = Stack.of("ChatAnswerTable");

  @RegisterExtension final Asker asker = new Asker(STACK);

  @Test
  void answersTheRecordedRequest() throws IOException {
    Asker.Response response =
        asker.call(STACK.event("chatbot-answer").getBytes(StandardCharsets.UTF_8));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body().path("message").asText()).isEqualTo("success");
    assertThat(response.answer())
        .startsWith("신청은 3월까지입니다. [1]")
        .endsWith("[1] 성적우수 장학금 신청 안내 · 2026-11-20 · " + LINK);
    assertThat(asker.tokens()).isEqualTo("300");
  }

  @Test
  void quotesWithoutAModel() {
    asker.restart("none", "0");

    assertThat(asker.ask(QUESTION)).startsWith(KOREAN.quotes()).contains("“장학금 신청 기간은", LINK);
    assertThat(asker.vendor.calls()).isEmpty();
    assertThat(Items.all(STACK, "ChatAnswerTable")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"내일 날씨 어때요?, ko", "What will the weather be like tomorrow?, en", "明天天气怎么样？, zh-CN"})
  void saysThatItDoesNotKnowWithoutCallingAModel(String question, String language) {
    String answer = asker.ask(question, language);

    assertThat(List.of(KOREAN, Wording.of(Language.EN_US), Wording.of(Language.ZH)))
        .anyMatch(wording -> answer.startsWith(wording.unknown()));
    assertThat(answer).contains(LINK);
    assertThat(asker.vendor.calls()).isEmpty();
  }

  @Test
  @DisplayName("D-B1: answers of the board and FAQ are sources beside notices")
  void dB1_usesEverySource() {
    asker.passages = question -> List.of(Sample.answer(5, "장학금 질문", "장학금 신청은 포털에서 해요."));

    assertThat(asker.ask(QUESTION)).contains("장학금 질문", "/api/question/read?id=5");

    asker.passages = question -> List.of(Sample.faq(3, "장학금 FAQ", "장학금 신청은 3월까지 해요."));
    assertThat(asker.ask(QUESTION)).contains("장학금 FAQ", "/api/faq/read?id=3");
  }

  @Test
  @DisplayName("D-B1: an answer that two members like is no source, one that three like is one")
  void dB1_takesAnswersThatThreeMembersLike() {
    asker.passages = question -> List.of(Sample.answer(5, "장학금 질문", "장학금 신청은 포털에서 해요.", 2));
    assertThat(asker.ask(QUESTION)).isEqualTo(KOREAN.unknown());

    asker.passages = question -> List.of(Sample.answer(5, "장학금 질문", "장학금 신청은 포털에서 해요.", 3));
    assertThat(asker.ask(QUESTION)).contains("/api/question/read?id=5");
  }

  @Test
  @DisplayName("D-B2: twenty at once, all at the model together, each get their own answers")
  void dB2_givesEachOfTwentyTheirOwn() throws Exception {
    CountDownLatch together = new CountDownLatch(20);
    asker.vendor.responds(
        call -> {
          together.countDown();
          together.await();
          String asked = call.user().replaceAll("(?s).* question\n(\\S+) .*", "$1");
          return FakeModel.writes(asked + " 답입니다 [1].");
        });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers =
          IntStream.range(0, 20)
              .mapToObj(i -> threads.submit(() -> asker.ask("사람" + i + " 장학금 신청 기간")))
              .toList();
      for (int i = 0; i < 20; i++) {
        assertThat(answers.get(i).get()).startsWith("사람" + i + " 답입니다. [1]");
      }
    }
  }

  @Test
  @DisplayName("D-B3, D-B4: a new notice is in the next answer, without any job or restart")
  void dB4_answersFromANewNotice() {
    asker.passages = question -> List.of();
    assertThat(asker.ask(QUESTION)).isEqualTo(KOREAN.unknown());

    asker.passages = question -> List.of(Asker.SCHOLARSHIP);

    assertThat(asker.ask(QUESTION)).contains(LINK);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 429, 500})
  @DisplayName("D-B5: a failure of the model is an apology and a metric that names its cause")
  void dB5_apologizesAndCountsTheCause(int status) {
    asker.vendor.responds(status, "{}");

    assertThat(asker.ask(QUESTION)).isEqualTo(KOREAN.apology());
    assertThat(asker.ask(QUESTION, "en")).isEqualTo(Wording.of(Language.EN_US).apology());
    assertThat(asker.metrics())
        .containsPattern("Chatbot(Rejected|KeyRefused|Throttled|Unavailable)");
    assertThat(asker.tokens()).isEqualTo("0");
  }

  @Test
  @DisplayName("D-B5: without an index it apologizes, too, and so it does for what nobody expected")
  void dB5_apologizesForEverything() {
    asker.passages =
        question -> {
          throw new ChatbotFailure(Kind.NO_PASSAGES, "down");
        };
    assertThat(asker.ask(QUESTION)).isEqualTo(KOREAN.apology());
    asker.passages =
        question -> {
          throw new IllegalStateException(question.text());
        };
    assertThat(asker.ask(QUESTION)).isEqualTo(KOREAN.apology());
    assertThat(asker.metrics()).contains("ChatbotWithoutIndex", "ChatbotFailed");
  }

  @Test
  @DisplayName("D-S13: what is no question is refused, and costs nothing")
  void dS13_refusesWhatIsNoQuestion() {
    for (String body :
        List.of(
            "",
            "{",
            "[]",
            "null",
            "{\"query\":\"\",\"target_lang\":\"ko\"}",
            "{\"query\":\"네\"}",
            "{\"query\":\"네\",\"target_lang\":\"ja\"}",
            "{\"query\":\"" + "가".repeat(1_001) + "\",\"target_lang\":\"ko\"}")) {
      Asker.Response response = asker.send(body);
      assertThat(response.status()).as(body).isEqualTo(400);
      assertThat(response.body().path("code").asText()).isEqualTo("C001");
    }
    assertThat(Items.all(STACK, "ChatAnswerTable")).isEmpty();
  }

  @Test
  @DisplayName("D-S14: neither question nor answer nor key is logged, and no question is kept")
  void dS14_logsAndKeepsNoQuestion() {
    String log =
        printed(
            () -> {
              asker.ask("비밀 장학금 신청");
              asker.vendor.responds(200, "{\"비밀\"");
              asker.ask("비밀 장학금 기간");
              asker.passages =
                  question -> {
                    throw new IllegalStateException(question.text());
                  };
              asker.ask("비밀 장학금");
            });

    assertThat(log).contains("UNREADABLE").doesNotContain("비밀", "3월", "model-key");
    assertThat(asker.metrics()).doesNotContain("비밀");
    assertThat(Items.all(STACK, "ChatAnswerTable"))
        .hasSize(2)
        .allSatisfy(
            item -> {
              assertThat(item.get("key").s()).matches("[\\w-]{43}|month#2026-11");
              assertThat(item.toString()).doesNotContain("비밀");
            });
  }

  private static String printed(Runnable work) {
    PrintStream console = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(console);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
