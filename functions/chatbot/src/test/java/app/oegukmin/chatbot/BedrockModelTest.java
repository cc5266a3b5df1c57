package app.oegukmin.chatbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.chatbot.ChatbotFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class BedrockModelTest {

  private static final Prompt PROMPT = new Prompt("rules", "data");
  private static final String TEXT =
      """
      {"output":{"message":{"role":"assistant","content":[{"text":"네 [1]."}]}},\
      "stopReason":"end_turn","usage":{"inputTokens":7,"outputTokens":5,"totalTokens":12}}""";

  private FakeModel vendor;

  @BeforeEach
  void start() throws IOException {
    vendor = new FakeModel();
    vendor.responds(200, TEXT);
  }

  @AfterEach
  void stop() {
    vendor.close();
  }

  private Completion complete(Duration patience) {
    var client =
        BedrockModel.client()
            .region(Region.AP_NORTHEAST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
            .endpointOverride(vendor.uri())
            .build();
    try (client) {
      return new BedrockModel(client, "apac.amazon.nova-lite-v1:0").complete(PROMPT, patience);
    }
  }

  private void assertFails(Kind kind) {
    assertThatThrownBy(() -> complete(Duration.ofSeconds(20)))
        .isInstanceOfSatisfying(
            ChatbotFailure.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
    assertThat(vendor.calls()).hasSize(1);
  }

  @Test
  void converses() {
    Completion completion = complete(Duration.ofSeconds(20));

    assertThat(completion.text()).isEqualTo("네 [1].");
    assertThat(completion.tokens()).hasValue(12);
    FakeModel.Call call = vendor.calls().getFirst();
    assertThat(call.path()).isEqualTo("/model/apac.amazon.nova-lite-v1:0/converse");
    assertThat(call.body().at("/messages/0/content/0/text").asText()).isEqualTo("data");
    assertThat(call.body().at("/inferenceConfig/maxTokens").asInt()).isEqualTo(Prompt.MOST_WRITTEN);
    assertThat(call.body().has("toolConfig")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "429, ThrottlingException, THROTTLED",
    "403, AccessDeniedException, KEY_REFUSED",
    "400, ValidationException, REJECTED",
    "404, ResourceNotFoundException, REJECTED",
    "408, ModelTimeoutException, RESPONSE_LOST",
    "500, InternalServerException, UNAVAILABLE"
  })
  void triesNothingTwice(int status, String type, Kind kind) {
    vendor.responds(status, "{\"__type\":\"" + type + "\",\"message\":\"no\"}");

    assertFails(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[]}}}",
        "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[{\"text\":\" \"}]}}}"
      })
  void findsNoTextInIt(String body) {
    vendor.responds(200, body);

    assertFails(Kind.UNREADABLE);
  }

  @Test
  void sendsNothingAgainWhoseResponseIsLost() {
    vendor.responds(
        call -> {
          throw new IOException("lost");
        });

    assertFails(Kind.RESPONSE_LOST);
  }

  @Test
  void takesHalfAResponseForPaid() {
    vendor.responds(200, TEXT.substring(0, 40));

    assertFails(Kind.RESPONSE_LOST);
  }

  @Test
  void givesUpWhenItsTimeIsOver() {
    CountDownLatch never = new CountDownLatch(1);
    vendor.responds(
        call -> {
          never.await();
          return new FakeModel.Reply(200, TEXT);
        });

    assertThatThrownBy(() -> complete(Duration.ofMillis(800)))
        .hasMessageContaining("RESPONSE_LOST");
    assertThat(vendor.calls()).hasSizeLessThanOrEqualTo(1);
  }
}
