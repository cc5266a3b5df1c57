package app.oegukmin.speech;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class SpeechHandlerTest {

  private static final String SENTENCE = "안녕하세요";
  private static final byte[] SOUND = WavFile.tone(16_000, 1, 1.2, 440);

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
  void scoresTheRecordedRequestOfTheApp() throws IOException {
    Speaker.Response response =
        speaker.call(STACK.event("speech-test").getBytes(StandardCharsets.UTF_8));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body().path("message").asText())
        .isEqualTo("Successfully get speech result");
    assertThat(response.text()).contains("\"paragraphAccuracy\":48.5", "\"accuracyScore\":97.0");
    assertThat(response.body().at("/response/wordList/1/errorType").asText()).isEqualTo("Omission");
  }

  @ParameterizedTest
  @CsvSource({"1, 8000", "1, 16000", "2, 44100", "2, 48000", "1, 48000"})
  @DisplayName("D-P5: whatever a phone records reaches Azure at 16 kHz mono")
  void dP5_takesWhateverAPhoneRecords(int channels, int rate) {
    assertThat(speaker.send(WavFile.tone(rate, channels, 1, 440), SENTENCE).status())
        .isEqualTo(200);

    Recording heard = speaker.azure.calls().getFirst().sound();
    assertThat(heard.rate()).isEqualTo(16_000);
    assertThat(heard.samples()).hasSize(16_000);
  }

  @Test
  void paysOnceForARecordingThatIsSentAgain() {
    String first = speaker.send(SOUND, SENTENCE).text();

    assertThat(speaker.send(SOUND, SENTENCE).text()).isEqualTo(first).contains("97.0");
    assertThat(speaker.azure.calls()).hasSize(1);
    assertThat(speaker.send(SOUND, "다른 문장").status()).isEqualTo(200);
    assertThat(speaker.azure.calls()).hasSize(2);
    speaker.clock.advance(SpeechService.KEPT);
    assertThat(speaker.send(SOUND, SENTENCE).text()).isEqualTo(first);
    assertThat(speaker.azure.calls()).hasSize(3);
  }

  @Test
  @DisplayName("D-S14: neither sound nor sentence is kept, and nothing of them is a key")
  void dS14_keepsNoSoundAndNoSentence() {
    speaker.send(SOUND, "비밀 문장");

    assertThat(Items.all(STACK, "SpeechTable"))
        .hasSize(2)
        .allSatisfy(
            item -> {
              assertThat(item.get("key").s()).matches("[\\w-]{43}|month#2026-11");
              assertThat(item.toString()).hasSizeLessThan(1_000);
            });
    assertThat(speaker.metrics()).doesNotContain("비밀");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 429, 500})
  @DisplayName("D-P3: a failure of Azure is 503 with a time, and nothing of it is kept or counted")
  void dP3_saysThatItCannotTell(int status) {
    speaker.azure.responds(status);

    Speaker.Response response = speaker.send(SOUND, SENTENCE);

    assertThat(response.refusal()).isEqualTo("503 C004");
    assertThat(Integer.parseInt(response.retryAfter())).isPositive();
    assertThat(response.body().has("response")).isFalse();
    speaker.azure.responds(call -> new FakeAzure.Reply(200, FakeAzure.said(SENTENCE, 90)));
    speaker.clock.advance(Duration.ofMinutes(10));
    assertThat(speaker.send(SOUND, SENTENCE).status()).isEqualTo(200);
    assertThat(seconds()).isEqualTo("2");
  }

  private static String seconds() {
    return Items.all(STACK, "SpeechTable").stream()
        .filter(item -> item.containsKey("seconds"))
        .map(item -> item.get("seconds").n())
        .findFirst()
        .orElse("none");
  }

  @Test
  @DisplayName("D-P3: a response that cannot be read is 503, and stays counted: it may be paid")
  void dP3_countsWhatMayBePaid() {
    speaker.azure.responds(call -> new FakeAzure.Reply(200, "{\"RecognitionStatus\":\"Succ"));

    assertThat(speaker.send(SOUND, SENTENCE).refusal()).isEqualTo("503 C004");
    assertThat(seconds()).isEqualTo("2");
  }

  @Test
  void scoresSilenceWithoutTheKeysOfASegment() {
    speaker.azure.responds(
        call -> new FakeAzure.Reply(200, "{\"RecognitionStatus\":\"NoMatch\",\"Duration\":0}"));

    Speaker.Response response = speaker.send(SOUND, SENTENCE);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text())
        .contains("\"response\":{\"paragraphAccuracy\":0.0,", "\"errorType\":\"Omission\"");
  }

  @Test
  void stopsAtTheMonthsSeconds() throws IOException {
    speaker.close();
    speaker = new Speaker(STACK, "3");
    assertThat(speaker.send(SOUND, SENTENCE).status()).isEqualTo(200);

    Speaker.Response refused = speaker.send(SOUND, "다른 문장");

    assertThat(refused.refusal()).isEqualTo("503 C004");
    assertThat(refused.retryAfter()).isEqualTo("3600");
    assertThat(speaker.metrics()).contains("SpeechCapReached");
    assertThat(speaker.send(SOUND, SENTENCE).status()).isEqualTo(200);
    assertThat(speaker.send(WavFile.tone(16_000, 1, 1, 440), SENTENCE).status()).isEqualTo(200);
    speaker.clock.advance(Duration.ofDays(3));
    assertThat(speaker.send(SOUND, "다른 문장").status()).isEqualTo(200);
  }

  @Test
  void saysOnceInTheLogThatThereIsNoKey() {
    speaker.parameters.holdsNothing();

    String log =
        printed(
            () -> {
              speaker.send(SOUND, SENTENCE);
              speaker.send(SOUND, "다른 문장");
            });

    assertThat(log).containsOnlyOnce("NO_KEY");
  }

  @Test
  @DisplayName("D-S14: a log line of a failure names neither sentence nor key")
  void dS14_logsNoSentenceAndNoKey() {
    speaker.azure.responds(call -> new FakeAzure.Reply(200, FakeAzure.said("비밀 문장", 900)));

    String log = printed(() -> speaker.send(SOUND, "비밀 문장"));

    assertThat(log).containsOnlyOnce("UNREADABLE").doesNotContain("비밀", "azure-key");
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

  @Test
  void isClosedWithoutAKey() {
    speaker.parameters.holdsNothing();

    assertThat(speaker.send(SOUND, SENTENCE).refusal()).isEqualTo("503 C004");
    assertThat(speaker.azure.calls()).isEmpty();
    assertThat(Items.all(STACK, "SpeechTable")).isEmpty();
    assertThat(speaker.send(new byte[99], SENTENCE).refusal()).isEqualTo("400 C001");
  }

  @Test
  @DisplayName("D-S13, D-P5: what is no recording is refused with a sentence, and costs nothing")
  void dS13_refusesWhatIsNoRecording() {
    assertRefused(
        speaker.send("....ftypM4A ".getBytes(StandardCharsets.UTF_8), SENTENCE), "Send a WAV");
    assertRefused(speaker.send(WavFile.tone(16_000, 1, 30.1, 9), SENTENCE), "30 seconds");
    assertRefused(speaker.send(new byte[WavReader.LARGEST + 1], SENTENCE), "4 MB");
    assertRefused(speaker.send(SOUND, " \n"), "a sentence");
    assertRefused(speaker.send(SOUND, "가".repeat(501)), "500 characters");
    assertRefused(speaker.send(Speaker.part("file", SOUND)), "context");
    assertRefused(speaker.send(Speaker.part("context", Speaker.json(SENTENCE))), "part file");
    assertRefused(
        speaker.send(Speaker.part("file", SOUND), Speaker.part("context", new byte[] {'{'})),
        "Malformed");
    assertRefused(speaker.sendBody(SOUND), "");
    assertRefused(speaker.sendBody(new byte[0]), "");
    assertThat(speaker.azure.calls()).isEmpty();
    assertThat(Items.all(STACK, "SpeechTable")).isEmpty();
  }

  private static void assertRefused(Speaker.Response response, String message) {
    assertThat(response.refusal()).isEqualTo("400 C001");
    assertThat(response.body().path("message").asText()).contains(message);
  }

  @Test
  @DisplayName("D-P5: a form that is cut or garbled anywhere is refused or scored, never a 500")
  void dP5_neverFailsForWhatIsSent() {
    byte[] form = new byte[1_500];
    Random random = new Random(29);
    for (int run = 0; run < 30; run++) {
      random.nextBytes(form);
      byte[] wav = WavFile.tone(16_000, 1, 0.1, 440);
      wav[random.nextInt(44)] = (byte) random.nextInt();
      assertThat(speaker.send(wav, SENTENCE).status()).isIn(200, 400);
      assertThat(speaker.sendBody(form).status()).isEqualTo(400);
    }
  }
}
