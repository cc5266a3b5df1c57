package app.oegukmin.local.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.template.Api;
import app.oegukmin.template.Route;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers against aws-notes §2; each row says which behaviour and on what evidence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxyAnswerTest {

  private static final String INTERNAL = "{\"message\":\"Internal server error\"}";

  private TestApi api;

  @BeforeAll
  void start() throws IOException {
    api = new TestApi(TestApi.definition(List.of(), "image/png", "audio/*"));
  }

  @AfterAll
  void stop() throws IOException {
    api.close();
  }

  private RawHttp.Answer answer(String functionAnswer, String... headers) throws IOException {
    return api.answering("Answer", functionAnswer).http().get("/api/open", headers);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "#15 S | {\"statusCode\":200,\"extra\":1} | 502",
        "#15 S | {} | 502",
        "#15 S | \"text\" | 502",
        "#15 S | [] | 502",
        "#15 S | no json | 502",
        "#15 M | `` | 502",
        "#21 D | {\"errorMessage\":\"x\"} | 502",
        "#16 S | {\"body\":\"x\"} | 200",
        "#16 S | {\"statusCode\":\"201\"} | 201",
        "#16 S | {\"statusCode\":\"test\"} | 502",
        "#16 M | {\"statusCode\":null} | 200",
        "#16 M | {\"statusCode\":700} | 502",
        "#17 S | {\"statusCode\":200,\"headers\":null} | 200",
        "#17 S | {\"statusCode\":200,\"headers\":[]} | 502",
        "#17 S | {\"statusCode\":200,\"headers\":{\"a\":{}}} | 502",
        "#17 S | {\"statusCode\":200,\"multiValueHeaders\":{\"a\":\"b\"}} | 502",
        "#15 M | {\"statusCode\":200,\"body\":{\"a\":1}} | 502",
        "#15 M | {\"statusCode\":200,\"isBase64Encoded\":\"x\"} | 502",
      })
  void judgesTheShape(String evidence, String functionAnswer, int status) throws IOException {
    RawHttp.Answer answer = answer(functionAnswer);
    assertThat(answer.status()).isEqualTo(status);
    if (status == 502) {
      assertThat(answer.text()).isEqualTo(INTERNAL);
      assertThat(answer.all("x-amzn-ErrorType")).containsExactly("InternalServerErrorException");
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "#17 S | \"headers\":{\"x-a\":true} | x-a | true",
        "#18 S | \"headers\":{\"X-A\":\"solo\"},\"multiValueHeaders\":{\"x-a\":[\"multi\"]} | x-a |"
            + " multi,solo",
        "#18 D | \"headers\":{\"x-a\":\"v\"},\"multiValueHeaders\":{\"x-a\":[\"v\"]} | x-a | v",
        "#19 S | \"body\":\"x\" | Content-Type | application/json",
        "#19 S | \"headers\":{\"content-type\":\"text/plain\"} | content-type | text/plain",
        "#20 localstack | \"headers\":{\"date\":\"then\"} | x-amzn-Remapped-Date | then",
        "#20 localstack | \"headers\":{\"server\":\"s\"} | x-amzn-Remapped-Server | s",
        "#20 localstack | \"headers\":{\"content-length\":\"9\"} | x-amzn-Remapped-Content-Length | 9",
        "#20 localstack | \"headers\":{\"connection\":\"c\"} | x-amzn-Remapped-Connection | c",
        "#20 M | \"headers\":{\"www-authenticate\":\"w\"} | x-amzn-Remapped-WWW-Authenticate | w",
      })
  void mergesAndRenamesHeaders(String evidence, String part, String name, String values)
      throws IOException {
    Headers headers = answer("{\"statusCode\":200," + part + "}").headers();
    assertThat(headers.lines().stream().filter(line -> line.name().equals(name)))
        .extracting(Headers.Header::value)
        .containsExactly(values.split(",", -1));
  }

  @Test
  void dropsTransferEncoding() throws IOException { // #20 localstack
    assertThat(answer("{\"headers\":{\"Transfer-Encoding\":\"x\"}}").all("transfer-encoding"))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}: Accept {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "#14 AWS-validated | image/png | true | 안녕",
        "#14 AWS-validated | image/png;q=0.9, text/html | true | 안녕",
        "#14 AWS-validated | image/png, text/html | true | 안녕",
        "#14 AWS-validated | audio/ogg | true | 안녕",
        "#14 AWS-validated | text/html, image/png | true | 7JWI64WV",
        "#14 AWS-validated | */* | true | 7JWI64WV",
        "#14 AWS-validated | image/* | true | 7JWI64WV",
        "#14 AWS-validated | - | true | 7JWI64WV",
        "#14 AWS-validated | image/png | false | 7JWI64WV",
      })
  void decodesBase64OnlyForTheFirstAcceptedType(
      String evidence, String accept, boolean base64, String body) throws IOException {
    String answer = "{\"body\":\"7JWI64WV\",\"isBase64Encoded\":" + base64 + "}";
    String[] headers = accept == null ? new String[0] : new String[] {"Accept: " + accept};
    assertThat(answer(answer, headers).text()).isEqualTo(body);
  }

  @Test
  void answers500ForBrokenBase64() throws IOException { // #14 AWS-validated
    var answer = answer("{\"body\":\"%\",\"isBase64Encoded\":true}", "Accept: image/png");
    assertThat(answer.status()).isEqualTo(500);
  }

  @Test
  void answers502WhenTheFunctionFails() throws IOException { // #21 D
    api.on(
        "Answer",
        event -> {
          throw new FunctionError("java.lang.IllegalStateException", "secret");
        });
    var answer = api.http().get("/api/open");
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.text()).isEqualTo(INTERNAL);
  }

  @Test
  void answers500WhenTheFunctionCannotBeInvoked() throws IOException { // #21 D
    api.on(
        "Answer",
        event -> {
          throw new IllegalArgumentException("There is no function Answer");
        });
    assertThat(api.http().get("/api/open").status()).isEqualTo(500);
  }

  @Test
  void answers504WhenTheFunctionIsSlow() throws IOException { // #21 D, text: M
    Route slow =
        new Route("Answer", "GET", "/slow", Optional.empty(), false, Duration.ofMillis(50));
    Api definition =
        new Api(new Api.Stage("live", Map.of()), List.of(slow), List.of(), List.of(), List.of());
    CountDownLatch answered = new CountDownLatch(1);
    try (TestApi slowApi = new TestApi(definition)) {
      slowApi.on("Answer", event -> waitFor(answered));
      var answer = slowApi.http().get("/slow");
      assertThat(answer.status()).isEqualTo(504);
      assertThat(answer.text()).isEqualTo("{\"message\":\"Endpoint request timed out\"}");
      answered.countDown();
    }
  }

  private static String waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return TestApi.EMPTY_ANSWER;
  }

  @Test
  void refusesBodiesAboveTenMegabytesBeforeTheFunction() throws IOException { // #22 D, text: M
    int limit = 10 * 1024 * 1024;
    api.on("Answer", event -> "{\"body\":\"" + event.path("body").asText().length() + "\"}");
    assertThat(api.http().send("POST", "/api/open", new byte[limit]).text())
        .isEqualTo(String.valueOf(limit));
    assertThat(api.http().send("POST", "/api/open", new byte[limit + 1]).status()).isEqualTo(413);
  }

  @Test
  void addsItsOwnHeaders() throws IOException { // #26 S
    RawHttp.Answer answer = answer(TestApi.EMPTY_ANSWER);
    assertThat(answer.all("x-amzn-RequestId"))
        .containsExactly(api.event("Answer").at("/requestContext/requestId").asText());
    assertThat(answer.all("x-amz-apigw-id"))
        .containsExactly(api.event("Answer").at("/requestContext/extendedRequestId").asText());
    assertThat(answer.all("X-Amzn-Trace-Id")).hasSize(1);
    assertThat(answer.all("x-amzn-ErrorType")).isEmpty();
    assertThat(answer("{}").all("X-Amzn-Trace-Id")).isEmpty();
  }

  @Test
  void passesAnAnswerWithoutBody() throws IOException {
    RawHttp.Answer answer = answer("{\"statusCode\":204,\"body\":\"ignored\"}");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.text()).isEmpty();
  }
}
