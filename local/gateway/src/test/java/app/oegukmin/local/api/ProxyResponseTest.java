package app.oegukmin.local.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.RequestTooLargeException;
import app.oegukmin.template.Route;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses against aws §2; each row says which behaviour and on what evidence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxyResponseTest {

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

  private RawHttp.Response response(String functionAnswer, String... headers) throws IOException {
    return api.answering("Answer", functionAnswer).http().get("/api/open", headers);
  }

  @ParameterizedTest(name = "{0} {1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "§2 #15 (S) | {\"statusCode\":200,\"extra\":1} | 502",
        "§2 #15 (S) | {} | 502",
        "§2 #15 (S) | \"text\" | 502",
        "§2 #15 (S) | [] | 502",
        "§2 #15 (S) | no json | 502",
        "§2 #15 (M, from memory) | `` | 502",
        "§2 #21 (D) | {\"errorMessage\":\"x\"} | 502",
        "§2 #16 (S) | {\"body\":\"x\"} | 200",
        "§2 #16 (S) | {\"statusCode\":\"201\"} | 201",
        "§2 #16 (S) | {\"statusCode\":\"test\"} | 502",
        "§2 #16 (M, from memory) | {\"statusCode\":null} | 200",
        "§2 #16 (M, from memory) | {\"statusCode\":700} | 502",
        "§2 #17 (S) | {\"statusCode\":200,\"headers\":null} | 200",
        "§2 #17 (S) | {\"statusCode\":200,\"headers\":[]} | 502",
        "§2 #17 (S) | {\"statusCode\":200,\"headers\":{\"a\":{}}} | 502",
        "§2 #17 (S) | {\"statusCode\":200,\"multiValueHeaders\":{\"a\":\"b\"}} | 502",
        "§2 #15 (M, from memory) | {\"statusCode\":200,\"body\":{\"a\":1}} | 502",
        "§2 #15 (M, from memory) | {\"statusCode\":200,\"isBase64Encoded\":\"x\"} | 502",
      })
  void judgesTheShape(String evidence, String functionAnswer, int status) throws IOException {
    RawHttp.Response response = response(functionAnswer);
    assertThat(response.status()).isEqualTo(status);
    if (status == 502) {
      assertThat(response.text()).isEqualTo(INTERNAL);
      assertThat(response.all("x-amzn-ErrorType")).containsExactly("InternalServerErrorException");
    }
  }

  @ParameterizedTest(name = "{0} {1} → {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "§2 #17 (S) | \"headers\":{\"x-a\":true} | x-a | true",
        "§2 #18 (S) | \"headers\":{\"X-A\":\"solo\"},\"multiValueHeaders\":{\"x-a\":[\"multi\"]} | x-a |"
            + " multi,solo",
        "§2 #18 (D) | \"headers\":{\"x-a\":\"v\"},\"multiValueHeaders\":{\"x-a\":[\"v\"]} | x-a | v",
        "§2 #19 (S) | \"body\":\"x\" | Content-Type | application/json",
        "§2 #19 (S) | \"headers\":{\"content-type\":\"text/plain\"} | content-type | text/plain",
        "§2 #20 (I) | \"headers\":{\"date\":\"then\"} | x-amzn-Remapped-Date | then",
        "§2 #20 (I) | \"headers\":{\"server\":\"s\"} | x-amzn-Remapped-Server | s",
        "§2 #20 (I) | \"headers\":{\"content-length\":\"9\"} | x-amzn-Remapped-Content-Length | 9",
        "§2 #20 (I) | \"headers\":{\"connection\":\"c\"} | x-amzn-Remapped-Connection | c",
        "§2 #20 (M, from memory) | \"headers\":{\"www-authenticate\":\"w\"} | x-amzn-Remapped-WWW-Authenticate | w",
      })
  void mergesAndRenamesHeaders(String evidence, String part, String name, String values)
      throws IOException {
    Headers headers = response("{\"statusCode\":200," + part + "}").headers();
    assertThat(headers.lines().stream().filter(line -> line.name().equals(name)))
        .extracting(Headers.Header::value)
        .containsExactly(values.split(",", -1));
  }

  @Test
  @DisplayName("§2 #20 (I) Transfer-Encoding is dropped")
  void dropsTransferEncoding() throws IOException {
    assertThat(response("{\"headers\":{\"Transfer-Encoding\":\"x\"}}").all("transfer-encoding"))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} Accept {1}, isBase64Encoded {2} → {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "§2 #14 (S) | image/png | true | 안녕",
        "§2 #14 (S) | image/png;q=0.9, text/html | true | 안녕",
        "§2 #14 (S) | image/png, text/html | true | 안녕",
        "§2 #14 (S) | audio/ogg | true | 안녕",
        "§2 #14 (S) | text/html, image/png | true | 7JWI64WV",
        "§2 #14 (S) | */* | true | 7JWI64WV",
        "§2 #14 (S) | image/* | true | 7JWI64WV",
        "§2 #14 (S) | - | true | 7JWI64WV",
        "§2 #14 (S) | image/png | false | 7JWI64WV",
      })
  void decodesBase64OnlyForTheFirstAcceptedType(
      String evidence, String accept, boolean base64, String body) throws IOException {
    String response = "{\"body\":\"7JWI64WV\",\"isBase64Encoded\":" + base64 + "}";
    String[] headers = accept == null ? new String[0] : new String[] {"Accept: " + accept};
    assertThat(response(response, headers).text()).isEqualTo(body);
  }

  @Test
  @DisplayName("§2 #14 (S) broken Base64 → 500")
  void answers500ForBrokenBase64() throws IOException {
    var response = response("{\"body\":\"%\",\"isBase64Encoded\":true}", "Accept: image/png");
    assertThat(response.status()).isEqualTo(500);
  }

  @Test
  @DisplayName("§2 #21 (D) function error → 502")
  void answers502WhenTheFunctionFails() throws IOException {
    api.on(
        "Answer",
        event -> {
          throw new FunctionError("java.lang.IllegalStateException", "secret");
        });
    var response = api.http().get("/api/open");
    assertThat(response.status()).isEqualTo(502);
    assertThat(response.text()).isEqualTo(INTERNAL);
  }

  @Test
  @DisplayName("§2 #21 (D) invocation refused → 500")
  void answers500WhenTheFunctionCannotBeInvoked() throws IOException {
    api.on(
        "Answer",
        event -> {
          throw new IllegalArgumentException("There is no function Answer");
        });
    assertThat(api.http().get("/api/open").status()).isEqualTo(500);
  }

  @Test
  @DisplayName("§2 #22 (M, from memory) event above 6 MB → 500, response above 6 MB → 502")
  void refusesWhatIsTooLargeForLambda() throws IOException {
    api.on(
        "Answer",
        event -> {
          throw new RequestTooLargeException(6 * 1024 * 1024 + 1);
        });
    assertThat(api.http().get("/api/open").status()).isEqualTo(500);
    api.on(
        "Answer",
        event -> {
          throw new FunctionError("Function.ResponseSizeTooLarge", "too large");
        });
    assertThat(api.http().get("/api/open").status()).isEqualTo(502);
  }

  @Test
  @DisplayName("§2 #21 (D; text: M, from memory) timeout of the integration → 504")
  void answers504WhenTheFunctionIsSlow() throws IOException {
    Route slow =
        new Route("Answer", "GET", "/slow", Optional.empty(), false, Duration.ofMillis(50));
    CountDownLatch answered = new CountDownLatch(1);
    try (TestApi slowApi = new TestApi(TestApi.definition(TestApi.STAGE, slow))) {
      slowApi.on("Answer", event -> waitFor(answered));
      var response = slowApi.http().get("/slow");
      assertThat(response.status()).isEqualTo(504);
      assertThat(response.text()).isEqualTo("{\"message\":\"Endpoint request timed out\"}");
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
  @DisplayName("§2 #22 (D; text: M, from memory) body above 10 MB → 413")
  void refusesBodiesAboveTenMegabytesBeforeTheFunction() throws IOException {
    int limit = 10 * 1024 * 1024;
    api.on("Answer", event -> "{\"body\":\"" + event.path("body").asText().length() + "\"}");
    assertThat(api.http().send("POST", "/api/open", new byte[limit]).text())
        .isEqualTo(String.valueOf(limit));
    assertThat(api.http().send("POST", "/api/open", new byte[limit + 1]).status()).isEqualTo(413);
  }

  @Test
  @DisplayName("§2 #26 (S) headers of the gateway")
  void addsItsOwnHeaders() throws IOException {
    RawHttp.Response response = response(TestApi.EMPTY_ANSWER);
    assertThat(response.all("x-amzn-RequestId"))
        .containsExactly(api.event("Answer").at("/requestContext/requestId").asText());
    assertThat(response.all("x-amz-apigw-id"))
        .containsExactly(api.event("Answer").at("/requestContext/extendedRequestId").asText());
    assertThat(response.all("X-Amzn-Trace-Id")).hasSize(1);
    assertThat(response.all("x-amzn-ErrorType")).isEmpty();
    assertThat(response("{}").all("X-Amzn-Trace-Id")).isEmpty();
  }

  @Test
  void passesAnAnswerWithoutBody() throws IOException {
    RawHttp.Response response = response("{\"statusCode\":204,\"body\":\"ignored\"}");
    assertThat(response.status()).isEqualTo(204);
    assertThat(response.text()).isEmpty();
  }
}
