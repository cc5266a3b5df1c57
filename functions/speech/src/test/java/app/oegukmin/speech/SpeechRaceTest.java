package app.oegukmin.speech;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.claim.ClaimTable;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class SpeechRaceTest {

  private static final byte[] SOUND = WavFile.tone(16_000, 1, 1, 440);

  @RegisterExtension static final Stack STACK = Stack.of("SpeechTable");

  private Speaker speaker;

  @BeforeEach
  void start() throws IOException {
    STACK.clear();
    speaker = new Speaker(STACK);
  }

  @AfterEach
  void stop() {
    speaker.close();
  }

  @Test
  @DisplayName("D-P1, D-P6: twenty at once, all at Azure together, each get their own scores")
  void dP1_givesEachOfTwentyTheirOwn() throws Exception {
    CountDownLatch together = new CountDownLatch(20);
    speaker.azure.responds(
        call -> {
          together.countDown();
          together.await();
          String text = call.assessment().path("ReferenceText").asText();
          double score = Integer.parseInt(text.substring(2));
          return new FakeAzure.Reply(200, FakeAzure.said(text, score));
        });
    List<Future<Speaker.Response>> responses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        byte[] file = WavFile.noise(new Random(i), 0.2);
        String sentence = "문장" + (60 + i);
        responses.add(threads.submit(() -> speaker.send(file, sentence)));
      }
    }
    for (int i = 0; i < 20; i++) {
      Speaker.Response response = responses.get(i).get();
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.word()).isEqualTo("문장" + (60 + i));
      assertThat(response.text()).contains("\"paragraphAccuracy\":" + (60 + i) + ".0");
    }
  }

  @Test
  void paysOnceForOneRecordingThatIsSentTwiceAtOnce() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    speaker.azure.responds(
        call -> {
          asked.countDown();
          waiting.await();
          return new FakeAzure.Reply(200, FakeAzure.said("네", 80));
        });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Speaker.Response> first = threads.submit(() -> speaker.send(SOUND, "네"));
      asked.await();
      Future<Speaker.Response> second = threads.submit(() -> speaker.send(SOUND, "네"));
      Future<Speaker.Response> other = threads.submit(() -> speaker.send(SOUND, "네, 네"));
      waiting.countDown();

      assertThat(first.get().status()).isEqualTo(200);
      assertThat(second.get().text()).isEqualTo(first.get().text());
      assertThat(other.get().status()).isEqualTo(200);
    }
    assertThat(speaker.azure.calls()).hasSize(2);
  }

  @Test
  void theSecondTriesItselfWhenTheFirstHasFailed() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch failing = new CountDownLatch(1);
    speaker.azure.responds(
        call -> {
          if (asked.getCount() == 0) {
            return new FakeAzure.Reply(200, FakeAzure.said("네", 80));
          }
          asked.countDown();
          failing.await();
          return new FakeAzure.Reply(500, "{}");
        });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Speaker.Response> first = threads.submit(() -> speaker.send(SOUND, "네"));
      asked.await();
      Future<Speaker.Response> second = threads.submit(() -> speaker.send(SOUND, "네"));
      failing.countDown();

      assertThat(first.get().status()).isEqualTo(503);
      assertThat(second.get().status()).isEqualTo(200);
    }
  }

  @Test
  void aClaimOfAFunctionThatDiedEndsByItself() {
    ClaimTable table =
        new ClaimTable(STACK.dynamodb(), STACK.table("SpeechTable"), "scores", SpeechService.KEPT);
    String key = SpeechKey.of("azure-key", SOUND, new Sentence("네")).value();
    assertThat(table.claim(key, "dead", speaker.clock.instant())).isTrue();
    assertThat(table.claim(key, "other", speaker.clock.instant())).isFalse();

    speaker.clock.advance(Duration.ofSeconds(30));

    assertThat(speaker.send(SOUND, "네").status()).isEqualTo(200);
    // What the dead one would do now changes nothing.
    table.keep(key, "dead", "{}", speaker.clock.instant());
    table.abandon(key, "dead");
    assertThat(table.result(key, speaker.clock.instant())).get().asString().contains("안녕하세요");
  }
}
