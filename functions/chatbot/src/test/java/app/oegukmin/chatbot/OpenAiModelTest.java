package app.oegukmin.chatbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.chatbot.ChatbotFailure.Kind;
import app.oegukmin.shared.secret.Secret;
import app.oegukmin.testkit.FakeClock;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiModelTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Prompt PROMPT = new Prompt("rules", "data \"and\"\nquestion");

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-29T03:00:00Z"));
  private volatile Optional<String> key = Optional.of("first");
  private FakeModel vendor;

  @BeforeEach
  void start() throws IOException {
    vendor = new FakeModel();
  }

  @AfterEach
  void stop() {
    vendor.close();
  }

  private OpenAiModel model(URI server) {
    return new OpenAiModel(ChatbotFailure.key(new Secret<>(() -> key, clock)), server, "small");
  }

  private Completion complete() {
    return model(URI.create(vendor.uri() + "/v1")).complete(PROMPT, PATIENCE);
  }

  private void assertFails(Kind kind) {
    assertThatThrownBy(this::complete)
        .isInstanceOfSatisfying(
            ChatbotFailure.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  @Test
  void asksWithoutToolsAndReadsTextAndTokens() {
    assertThat(complete().text()).isEqualTo("신청은 3월까지입니다 [1].");
    assertThat(complete().tokens()).hasValue(300);

    FakeModel.Call call = vendor.calls().getFirst();
    assertThat(call.path()).isEqualTo("/v1/chat/completions");
    assertThat(call.authorization()).isEqualTo("Bearer first");
    assertThat(call.user()).isEqualTo(PROMPT.user());
    assertThat(call.body().has("tools")).isFalse();
    assertThat(call.body().path("max_tokens").asInt()).isEqualTo(Prompt.MOST_WRITTEN);
  }

  @ParameterizedTest
  @CsvSource({
    "401, KEY_REFUSED",
    "429, THROTTLED",
    "400, REJECTED",
    "404, REJECTED",
    "500, UNAVAILABLE",
    "302, UNAVAILABLE"
  })
  void tellsFailuresApart(int status, Kind kind) {
    vendor.responds(status, "{}");

    assertFails(kind);
    assertThat(vendor.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "<html>",
        "{\"choices\":[{\"message\":{\"cont",
        "{\"choices\":[]}",
        "{\"choices\":[{\"message\":{\"content\":null,\"tool_calls\":[]}}]}",
        "{\"choices\":[{\"message\":{\"content\":\" \\n\"}}]}",
        "{\"choices\":[{\"message\":{\"content\":{\"a\":1}}}]}"
      })
  void findsNoTextInIt(String body) {
    vendor.responds(200, body);

    assertFails(Kind.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"usage\":null,", "\"usage\":{\"total_tokens\":-5},"})
  void doesWithoutUsage(String usage) {
    vendor.responds(200, "{" + usage + "\"choices\":[{\"message\":{\"content\":\"네\"}}]}");

    assertThat(complete()).isEqualTo(new Completion("네", OptionalLong.empty()));
  }

  @Test
  void takesAKeyThatWasExchanged() {
    vendor.responds(
        call ->
            call.authorization().equals("Bearer second")
                ? FakeModel.writes("네")
                : new FakeModel.Reply(401, "{}"));
    OpenAiModel model = model(vendor.uri());
    assertThatThrownBy(() -> model.complete(PROMPT, PATIENCE)).isInstanceOf(ChatbotFailure.class);
    key = Optional.of("second");
    clock.advance(Duration.ofSeconds(10));

    assertThat(model.complete(PROMPT, PATIENCE).text()).isEqualTo("네");
    assertThat(vendor.calls()).hasSize(3);
  }

  @Test
  void namesNoKeyThatFitsNoHeader() {
    key = Optional.of("se\ncret");

    assertThatThrownBy(this::complete).hasMessageNotContaining("cret");
    assertFails(Kind.KEY_REFUSED);
  }

  @Test
  void givesUpWhenItsTimeIsOver() {
    CountDownLatch never = new CountDownLatch(1);
    vendor.responds(
        call -> {
          never.await();
          return FakeModel.writes("네");
        });

    assertThatThrownBy(() -> model(vendor.uri()).complete(PROMPT, Duration.ofMillis(200)))
        .hasMessageContaining("RESPONSE_LOST");
    assertThat(vendor.calls()).hasSize(1);
  }

  @Test
  void knowsThatNothingWasSent() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }

    assertThatThrownBy(
            () -> model(URI.create("http://127.0.0.1:" + port)).complete(PROMPT, PATIENCE))
        .hasMessageContaining("UNAVAILABLE");
  }

  @Test
  void readsNoEndlessResponse() {
    vendor.responds(200, FakeModel.writes("가".repeat(1 << 20)).body());

    assertFails(Kind.RESPONSE_LOST);
  }
}
