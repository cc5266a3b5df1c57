package app.oegukmin.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.secret.Secret;
import app.oegukmin.speech.SpeechFailure.Kind;
import app.oegukmin.testkit.FakeClock;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureAssessorTest {

  private static final Recording SOUND = new Recording(Recording.RATE, new short[] {1, 2, 3});
  private static final Sentence HELLO = new Sentence("안녕하세요");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-29T03:00:00Z"));
  private volatile Optional<String> key = Optional.of("first");
  private FakeAzure azure;

  @BeforeEach
  void start() throws IOException {
    azure = new FakeAzure();
  }

  @AfterEach
  void stop() {
    azure.close();
  }

  private AzureAssessor assessor(URI server) {
    return new AzureAssessor(SpeechFailure.key(new Secret<>(() -> key, clock)), server);
  }

  private List<Segment> assess(Sentence sentence) {
    return assessor(azure.uri()).assess(SOUND, sentence, PATIENCE);
  }

  private static void assertFails(Runnable call, Kind kind) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            SpeechFailure.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  @Test
  void sendsSixteenKilohertzMonoWithItsKey() {
    assertThat(assess(HELLO)).extracting(Segment::text).containsExactly("안녕하세요");

    FakeAzure.Call call = azure.calls().getFirst();
    assertThat(call.key()).isEqualTo("first");
    assertThat(call.type()).isEqualTo("audio/wav; codecs=audio/pcm; samplerate=16000");
    assertThat(call.sound().samples()).containsExactly(SOUND.samples());
    assertThat(call.assessment().path("GradingSystem").asText()).isEqualTo("HundredMark");
    assertThat(call.assessment().path("Granularity").asText()).isEqualTo("Word");
    assertThat(call.assessment().path("Dimension").asText()).isEqualTo("Comprehensive");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "그가 \"네\"라고 했어요",
        "첫 줄\n둘째 줄\r\n셋째",
        "a\\\",\"GradingSystem\":\"FivePoint",
        "😀 {}[]:, \t\u0000 '"
      })
  @DisplayName("D-P2: quotes and line breaks of a sentence arrive as they are and change nothing")
  void dP2_escapesTheSentence(String text) {
    assess(new Sentence(text));

    assertThat(azure.calls().getFirst().assessment().path("ReferenceText").asText())
        .isEqualTo(text);
    assertThat(azure.calls().getFirst().assessment().path("GradingSystem").asText())
        .isEqualTo("HundredMark");
  }

  @ParameterizedTest
  @CsvSource({
    "400, REJECTED",
    "401, KEY_REFUSED",
    "403, KEY_REFUSED",
    "404, UNAVAILABLE",
    "429, THROTTLED",
    "302, UNAVAILABLE",
    "500, UNAVAILABLE",
    "503, UNAVAILABLE"
  })
  @DisplayName("D-P3: a failure of the service is a failure")
  void dP3_saysWhatFailed(int status, Kind kind) {
    azure.responds(status);
    assertFails(() -> assess(HELLO), kind);
  }

  @Test
  void asksForAnotherKeyWhenOneIsRefused() {
    azure.responds(
        call ->
            call.key().equals("first")
                ? new FakeAzure.Reply(401, "{}")
                : new FakeAzure.Reply(200, FakeAzure.said("네", 80)));
    AzureAssessor assessor = assessor(azure.uri());
    assertFails(() -> assessor.assess(SOUND, HELLO, PATIENCE), Kind.KEY_REFUSED);

    key = Optional.of("second");
    clock.advance(Duration.ofSeconds(11));

    assertThat(assessor.assess(SOUND, HELLO, PATIENCE)).hasSize(1);
    key = Optional.empty();
    clock.advance(Duration.ofMinutes(6));
    assertFails(() -> assessor.assess(SOUND, HELLO, PATIENCE), Kind.NO_KEY);
  }

  @Test
  @DisplayName("D-P3, D-P4: a call that hangs ends in time, and leaves no thread")
  void dP4_endsInTimeAndLeavesNothingOpen() throws Exception {
    // Other tests of this JVM may have clients of their own.
    Set<Thread> others = clients();
    CountDownLatch over = new CountDownLatch(1);
    azure.responds(
        call -> {
          over.await();
          return new FakeAzure.Reply(200, "{}");
        });
    try {
      assertFails(
          () -> assessor(azure.uri()).assess(SOUND, HELLO, Duration.ofMillis(300)),
          Kind.RESPONSE_LOST);
    } finally {
      over.countDown();
    }
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!others.containsAll(clients()) && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    assertThat(others).containsAll(clients());
  }

  private static Set<Thread> clients() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("HttpClient-"))
        .collect(Collectors.toSet());
  }

  @Test
  void tellsWhatWasNeverSentFromWhatMayBePaid() throws IOException {
    URI nobody;
    try (ServerSocket closed = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
    }
    assertFails(() -> assessor(nobody).assess(SOUND, HELLO, PATIENCE), Kind.UNAVAILABLE);

    azure.responds(
        call -> {
          throw new IOException("breaks the connection");
        });
    assertFails(() -> assess(HELLO), Kind.RESPONSE_LOST);
  }

  @Test
  void readsNoEndlessResponse() {
    azure.responds(call -> new FakeAzure.Reply(200, " ".repeat(2_000_000)));
    assertThatThrownBy(() -> assess(HELLO)).isInstanceOf(SpeechFailure.class);
  }
}
