package app.oegukmin.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.http.Exchange.ProxyResponse;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.log.FakeInvocation;
import app.oegukmin.shared.log.StandardOutput;
import java.io.IOException;
import org.glassfish.jersey.server.validation.ValidationFeature;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JerseyApiTest {

  private static final String GREETING = "{\"name\":\"홍길동 王 😀\",\"phone\":\"010\",\"count\":3}";

  private final JerseyApi api =
      new JerseyApi(ValidationFeature.class, new ViolationMapper(), new EchoResource());

  @Test
  @DisplayName("Contract §3.1: a success is in the envelope, without a code")
  void answersInTheEnvelope() {
    ProxyResponse answer = Exchange.get("/api/echo/text").with(api);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.text())
        .isEqualTo("{\"success\":true,\"message\":\"ok\",\"response\":\"text\"}");
  }

  @Test
  @DisplayName("The gateway responds 502 to any other field (aws §2 #15)")
  void returnsOnlyWhatTheGatewayTakes() {
    ProxyResponse answer = Exchange.get("/api/echo/text").with(api);

    assertThat(answer.json().fieldNames())
        .toIterable()
        .isSubsetOf("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");
    assertThat(answer.json().path("isBase64Encoded").asBoolean()).isFalse();
  }

  @Test
  @DisplayName("F-55: a query parameter without a value is none, and no 502")
  void f55_takesAParameterWithoutAValue() throws IOException {
    ProxyResponse answer = Exchange.get("/api/echo").emptyQuery("text").with(api);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("body").asText()).contains("\"success\":true");
  }

  @ParameterizedTest
  @DisplayName("A page of any origin may read every response, as the preflight said")
  @ValueSource(strings = {"/api/echo/text", "/api/none", "/api/echo/failure", "/api/echo/{x}"})
  void allowsAnyOrigin(String path) {
    ProxyResponse answer = Exchange.get(path).with(api);

    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  @DisplayName("F-94: the headers of the container's own 500 do not grow from response to response")
  void f94_addsAHeaderOnce() {
    for (int failure = 0; failure < 3; failure++) {
      Thread.currentThread().interrupt();
      ProxyResponse answer = Exchange.get("/api/echo/text").with(api);

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.json().at("/multiValueHeaders/Access-Control-Allow-Origin")).hasSize(1);
    }
  }

  @ParameterizedTest
  @DisplayName("Contract §4.2: a JSON body is UTF-8, whatever charset its type names or does not")
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json; charset=UTF-8",
        "application/json; charset=ISO-8859-1",
        "application/json; charset=\"utf-8\"",
        "application/json;CHARSET='utf-8'; v=1",
        "application/json; charset=no-such",
        "application/json; charset=",
        "application/json; charset=\""
      })
  void takesAndGivesUtf8(String type) throws IOException {
    ProxyResponse answer =
        Exchange.post("/api/echo", GREETING).header("Content-Type", type).with(api);

    assertThat(answer.body().path("response")).isEqualTo(Json.MAPPER.readTree(GREETING));
  }

  @ParameterizedTest
  @DisplayName("F-55: no header ends a function")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Host | a b:c",
        "Host | ``",
        "X-Forwarded-Host | a b{",
        "X-Forwarded-Proto | ht tp",
        "X-Forwarded-Port | x",
        "X-Forwarded-For | ,",
        "Accept-Language | ;q=x,*-",
        "Accept-Charset | ;;",
        "Accept-Encoding | gzip;q=x",
        "Content-Length | -x",
        "Content-Language | ``",
        "Cookie | =;a=b=c;;\"",
        "Date | yesterday",
        "If-Modified-Since | x",
        "If-None-Match | \"",
        "Expect | 100",
        "Authorization | AWS4-HMAC-SHA256",
        "Range | bytes=x",
        "Transfer-Encoding | x",
        "X-HTTP-Method-Override | BREW",
        "CloudFront-Forwarded-Proto | x y",
      })
  void f55_takesAnyHeader(String name, String value) throws IOException {
    ProxyResponse answer = Exchange.post("/api/echo", GREETING).header(name, value).with(api);

    assertThat(answer.body().path("response")).isEqualTo(Json.MAPPER.readTree(GREETING));
  }

  @ParameterizedTest
  @DisplayName("F-55: a header that nobody can read is refused in the envelope")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Content-Type | ``",
        "Content-Type | ;charset=\"",
        "Content-Type | a/b; charset=\"x\";;",
        "Content-Type | 한글/é",
        "Accept | ;",
        "Accept | a/b;q=x",
      })
  void f55_refusesAHeaderInTheEnvelope(String name, String value) throws IOException {
    ProxyResponse answer = Exchange.post("/api/echo", GREETING).header(name, value).with(api);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("code").asText()).isEqualTo("C001");
  }

  @Test
  void takesABodyInBase64() throws IOException {
    ProxyResponse answer = Exchange.post("/api/echo", GREETING).encoded().with(api);

    assertThat(answer.body().path("response")).isEqualTo(Json.MAPPER.readTree(GREETING));
  }

  @ParameterizedTest
  @DisplayName("The gateway decodes the query, once (aws §2 #6)")
  @ValueSource(
      strings = {"학사공지", "공모∙행사", "100%", "%41", "%zz", "a+b&c=d#e", "{x}", "{", "😀", " ", ""})
  void takesTheQueryAsItWasMeant(String text) throws IOException {
    ProxyResponse answer = Exchange.get("/api/echo").query("text", text).with(api);

    assertThat(answer.body().path("response").asText()).isEqualTo(text);
  }

  @ParameterizedTest
  @DisplayName("The gateway does not decode the path (aws §2 #5)")
  @CsvSource({
    "%ED%95%9C,한",
    "%2B,+",
    "+,+",
    "a%20b,a b",
    "%7Bx%7D,{x}",
    "%25,%",
    "%zz,%zz",
    "x/,x"
  })
  void decodesThePathOnce(String path, String text) throws IOException {
    ProxyResponse answer = Exchange.get("/api/echo/" + path).with(api);

    assertThat(answer.body().path("response").asText()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/echo", "/api/echo/", "//api/echo"})
  void findsAResourceDespiteItsSlashes(String path) {
    assertThat(Exchange.get(path).with(api).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("A brace in a path would be a template to Jersey: nothing has that id")
  @ValueSource(strings = {"{x}", "{", "}", "a}b"})
  void knowsNothingWithABrace(String id) {
    knowsNothing(id);
  }

  @ParameterizedTest
  @DisplayName("What the gateway counts and authorizes as /{text} never becomes /member to Jersey")
  @ValueSource(strings = {"member;", "member;x", "member;x=1"})
  void knowsNothingWithAMatrixParameter(String id) {
    knowsNothing(id);
  }

  private void knowsNothing(String id) {
    ProxyResponse answer = Exchange.get("/api/echo/" + id).with(api);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .isEqualTo("{\"success\":false,\"code\":\"C003\",\"message\":\"Entity Not Found\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS"})
  void answersMethodsThatNobodyWroteDown(String method) {
    assertThat(Exchange.of(method, "/api/echo").with(api).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("Contract §1.19: the bytes of a body are those the client sent")
  void keepsTheBytesOfABody() throws IOException {
    String odd = "{ \"name\" :\t\"홍길동\\u0000\"}\r\n";

    assertThat(raw(Exchange.post("/api/echo/raw", odd))).isEqualTo(odd);
    assertThat(raw(Exchange.post("/api/echo/raw", odd).encoded())).isEqualTo(odd);
    assertThat(raw(Exchange.of("POST", "/api/echo/raw"))).isEmpty();
  }

  private String raw(Exchange exchange) throws IOException {
    return exchange.with(api).body().path("response").asText();
  }

  @Test
  void knowsWhomTheAuthorizerLetIn() {
    assertThat(member(Exchange.get("/api/echo/member").authorized("userId", "m1"))).contains("m1");
    assertThat(member(Exchange.get("/api/echo/member").authorized("tier", "guest")))
        .contains("guest");
    assertThat(member(Exchange.get("/api/echo/member"))).contains("guest");
  }

  private String member(Exchange exchange) {
    return exchange.with(api).text();
  }

  @Test
  void everyLineOfARequestSaysItsRoute() {
    Exchange request = Exchange.of("GET", "/api/echo/failure").at("/api/echo/{text}");
    try (StandardOutput output = new StandardOutput()) {
      request.with(api, new FakeInvocation("r-1", null));

      assertThat(output.lines().getFirst())
          .startsWith("ErrorMapper: Request failed ")
          .contains("AWSRequestId=r-1", "route=\"GET /api/echo/{text}\"");
    }
  }
}
