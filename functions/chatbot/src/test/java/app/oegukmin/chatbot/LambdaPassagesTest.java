package app.oegukmin.chatbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.search.Passage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

class LambdaPassagesTest {

  private FakeModel lambda;

  @BeforeEach
  void start() throws IOException {
    lambda = new FakeModel();
    lambda.responds(
        200,
        """
        {"passages":[{"kind":"notice","id":8,"language":"KO","title":"장학금","date":"2026-11-20",
          "link":"https://www.kookmin.ac.kr/1","text":"신청","score":2.5,"likes":3,"more":1}]}
        """);
  }

  @AfterEach
  void stop() {
    lambda.close();
  }

  private List<Passage> find(String question, Language language) {
    try (LambdaClient client =
        LambdaClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(c -> c.apiCallTimeout(LambdaPassages.PATIENCE))
            .region(Region.AP_NORTHEAST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
            .endpointOverride(lambda.uri())
            .build()) {
      return new LambdaPassages(client, "PassageFunction").find(new Question(question, language));
    }
  }

  @Test
  void asksForTheWordsThatSayWhatItIsAbout() {
    assertThat(find("奖学金申请是什么时候？", Language.EN_US))
        .containsExactly(
            new Passage(
                "notice",
                8,
                "KO",
                "장학금",
                "2026-11-20",
                "https://www.kookmin.ac.kr/1",
                "신청",
                2.5,
                3));

    FakeModel.Call call = lambda.calls().getFirst();
    assertThat(call.path()).isEqualTo("/2015-03-31/functions/PassageFunction/invocations");
    assertThat(call.body().path("query").asText()).isEqualTo("奖学 学金 金申 申请");
    assertThat(call.body().path("languages")).hasSize(3);
    assertThat(call.body().path("most").asInt()).isEqualTo(20);
  }

  @Test
  void asksNothingWhenAQuestionSaysNothing() {
    assertThat(find("어떻게 하나요?", Language.KO)).isEmpty();
    assertThat(lambda.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"200, <html>", "403, {}", "404, {}"})
  void saysThatThereAreNone(int status, String body) {
    lambda.responds(status, body);

    assertThatThrownBy(() -> find("장학금", Language.KO))
        .isInstanceOf(ChatbotFailure.class)
        .hasMessageContaining("NO_PASSAGES");
  }
}
