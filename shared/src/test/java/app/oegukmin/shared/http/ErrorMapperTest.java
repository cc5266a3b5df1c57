package app.oegukmin.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.http.Exchange.ProxyResponse;
import java.io.IOException;
import org.glassfish.jersey.server.validation.ValidationFeature;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract §1.5: the body of every error is the envelope, because the app throws on any other. */
class ErrorMapperTest {

  private final JerseyApi api =
      new JerseyApi(ValidationFeature.class, new ViolationMapper(), new EchoResource());

  @Test
  @DisplayName("D-G2: an unknown path is 404")
  void dG2_says404WithoutACodeOfAnUnknownPath() {
    assertAnswer(
        Exchange.get("/api/other"), 404, "{\"success\":false,\"message\":\"No such endpoint.\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "BREW"})
  void refusesAnotherMethod(String method) {
    assertRefusal(Exchange.of(method, "/api/echo"), 405, "C002", "Method Not Allowed");
  }

  @ParameterizedTest
  @DisplayName("D-A9: a malformed body is the client's mistake")
  @ValueSource(
      strings = {"{", "[]", "1", "\"text\"", "{\"name\":[]}", "{\"count\":\"x\"}", "{} trailing"})
  void dA9_refusesMalformedJson(String body) {
    assertRefusal(Exchange.post("/api/echo", body), 400, "C001", "Malformed JSON body");
  }

  @Test
  void refusesABodyThatNestsWithoutEnd() {
    assertRefusal(
        Exchange.post("/api/echo", "[".repeat(100_000)), 400, "C001", "Malformed JSON body");
  }

  @ParameterizedTest
  @DisplayName("D-A9: so is another type than JSON")
  @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x"})
  void dA9_refusesAnotherType(String type) {
    assertRefusal(
        Exchange.post("/api/echo", "{}").header("Content-Type", type),
        400,
        "C001",
        "Invalid Input Value");
  }

  @ParameterizedTest
  @DisplayName("D-A9: so is a header that nobody can read")
  @ValueSource(strings = {"garbage", "/", "a/b; c"})
  void dA9_refusesATypeThatIsNone(String type) {
    assertRefusal(
        Exchange.post("/api/echo", "{}").header("Content-Type", type),
        400,
        "C001",
        "Invalid Input Value");
  }

  @Test
  @DisplayName("D-A9: so is asking for another type than JSON")
  void dA9_refusesToAnswerInAnotherType() {
    assertRefusal(
        Exchange.get("/api/echo").header("Accept", "text/html"),
        400,
        "C001",
        "Invalid Input Value");
  }

  @Test
  @DisplayName("D-S16: the text of a failure of ours never leaves")
  void dS16_hidesWhatWentWrong() {
    assertRefusal(Exchange.get("/api/echo/failure"), 500, "C004", "Server Error");
  }

  @Test
  void asksToComeBackWhenATransactionHadNoRoom() {
    Exchange exchange = Exchange.get("/api/echo/busy").query("busy", "true");

    assertRefusal(exchange, 503, "C004", "Server Error");
    assertThat(exchange.with(api).header("Retry-After")).isEqualTo("1");
  }

  @ParameterizedTest
  @DisplayName("Contract §3.3: each code with its status and message")
  @CsvSource({
    "INVALID_INPUT, 400, C001, Invalid Input Value",
    "METHOD_NOT_ALLOWED, 405, C002, Method Not Allowed",
    "NOT_FOUND, 400, C003, Entity Not Found",
    "SERVER_ERROR, 500, C004, Server Error",
    "ACCESS_DENIED, 403, C006, Access is Denied",
    "TOO_MANY_REQUESTS, 429, C007, Too Many Requests",
    "INVALID_TOKEN, 401, J001, Invalid JWT Token",
    "EMAIL_TAKEN, 400, U001, Already email exists",
    "INVALID_HMAC, 403, HM001, HMAC is not valid",
  })
  void answersEachCode(ErrorCode refused, int status, String code, String message) {
    Exchange exchange = Exchange.get("/api/echo/refusal").query("code", refused.name());

    assertRefusal(exchange, status, code, message);
  }

  @ParameterizedTest
  @DisplayName("D-A8: an invalid field is 400 C001, named, and never shown")
  @ValueSource(
      strings = {"{\"name\":\" \",\"phone\":\"0109999\"}", "{\"name\":null,\"phone\":\"0109999\"}"})
  void dA8_namesEachInvalidFieldButNotItsValue(String body) throws IOException {
    ProxyResponse answer = Exchange.post("/api/echo", body).with(api);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("code").asText()).isEqualTo("C001");
    assertThat(answer.body().path("message").asText())
        .isEqualTo("name must not be blank; phone size must be between 0 and 4");
    assertThat(answer.text()).doesNotContain("0109999");
  }

  @ParameterizedTest
  @DisplayName("D-A8: so is a missing body")
  @ValueSource(strings = {"", " ", "null"})
  void dA8_saysThatThereIsNoBody(String body) {
    assertRefusal(Exchange.post("/api/echo", body), 400, "C001", "greeting must not be null");
  }

  private void assertRefusal(Exchange exchange, int status, String code, String message) {
    assertAnswer(
        exchange,
        status,
        "{\"success\":false,\"code\":\"%s\",\"message\":\"%s\"}".formatted(code, message));
  }

  private void assertAnswer(Exchange exchange, int status, String body) {
    ProxyResponse answer = exchange.with(api);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.text()).isEqualTo(body);
  }
}
