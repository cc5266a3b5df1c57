package app.oegukmin.local.api;

import static app.oegukmin.local.api.TestApi.response;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.GatewayResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway's own responses against aws §1.3, §2 #1 and #25. */
class GatewayResponsesTest {

  private static final String DENY =
      """
      {"principalId":"u1","context":{"retryAfter":7},"policyDocument":{"Statement":[
        {"Action":"execute-api:Invoke","Effect":"Deny","Resource":"*"}]}}
      """;

  private static RawHttp.Response get(
      List<GatewayResponse> responses, String target, String... sent) throws IOException {
    try (TestApi api = new TestApi(TestApi.definition(responses))) {
      return api.answering("MemberAuth", DENY).http().get(target, sent);
    }
  }

  @ParameterizedTest(name = "{0} {1} {2} → Missing Authentication Token")
  @CsvSource(
      delimiter = '|',
      value = {
        "§2 #1 (S) | GET | /nowhere",
        "§2 #1 (S) | DELETE | /api/open",
        "§2 #1 (S) | OPTIONS | /api/open",
        "§2 #1 (S) | GET | /",
        "§2 #1 (S) | GET | /api/file",
        "§2 #1 (S) | GET | /live/api/open",
      })
  void refusesUnknownPathsAndMethods(String evidence, String method, String target)
      throws IOException {
    try (TestApi api = new TestApi(TestApi.definition())) {
      var answer = api.http().send(method, target, new byte[0]);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
      assertThat(answer.headers().lines())
          .contains(
              new Headers.Header("x-amzn-ErrorType", "MissingAuthenticationTokenException"),
              new Headers.Header("Content-Type", "application/json"));
      assertThat(answer.all("x-amzn-RequestId")).hasSize(1);
    }
  }

  @Test
  @DisplayName("§2 #1 (M, from memory) Authorization on an unknown path → taken for a signature")
  void takesAnAuthorizationOnAnUnknownPathForASignature() throws IOException {
    var answer = get(List.of(), "/nowhere", "Authorization: Bearer x");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.all("x-amzn-ErrorType")).containsExactly("IncompleteSignatureException");
    var mapped =
        get(
            List.of(
                response("MISSING_AUTHENTICATION_TOKEN", 404, Map.of(), null),
                response("DEFAULT_4XX", 418, Map.of(), null)),
            "/nowhere",
            "Authorization: Bearer x");
    assertThat(mapped.status()).isEqualTo(418);
  }

  @Test
  @DisplayName("§2 #25 (D) the type's own settings → its family's → AWS's")
  void prefersTheTypesOwnSettingsToItsFamilys() throws IOException {
    var own = response("MISSING_AUTHENTICATION_TOKEN", 404, Map.of(), "{\"own\":1}");
    var family = response("DEFAULT_4XX", null, Map.of(), "{\"family\":1}");
    var other = response("DEFAULT_5XX", 599, Map.of(), "{\"other\":1}");
    assertThat(get(List.of(own, family, other), "/nowhere").text()).isEqualTo("{\"own\":1}");
    assertThat(get(List.of(own, family, other), "/nowhere").status()).isEqualTo(404);
    assertThat(get(List.of(own), "/nowhere").all("Access-Control-Allow-Origin")).isEmpty();
    assertThat(get(List.of(family, other), "/nowhere").text()).isEqualTo("{\"family\":1}");
    assertThat(get(List.of(family, other), "/nowhere").status()).isEqualTo(403);
    assertThat(get(List.of(other), "/nowhere").text())
        .isEqualTo("{\"message\":\"Missing Authentication Token\"}");
  }

  @Test
  @DisplayName("§1.3 types (D) a function error has no type of its own → DEFAULT_5XX")
  void changesFunctionErrorsThroughTheFamilyOf5xx() throws IOException {
    var family = response("DEFAULT_5XX", null, Map.of(), "{\"success\":false}");
    try (TestApi api = new TestApi(TestApi.definition(List.of(family)))) {
      var answer = api.answering("Answer", "{}").http().get("/api/open");
      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.text()).isEqualTo("{\"success\":false}");
    }
  }

  @Test
  @DisplayName("§1.3 types (D) REQUEST_TOO_LARGE cannot be changed")
  void doesNotChangeTheAnswerToABodyThatIsTooLarge() throws IOException {
    var family = response("DEFAULT_4XX", 404, Map.of(), "{\"family\":1}");
    try (TestApi api = new TestApi(TestApi.definition(List.of(family)))) {
      var answer = api.http().send("POST", "/api/open", new byte[10 * 1024 * 1024 + 1]);
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.text()).isEqualTo("{\"message\":\"Request Too Long\"}");
    }
  }

  @ParameterizedTest(name = "§1.3 template ({0}) {1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "D | $context.error.messageString | \"Unauthorized\"",
        "D | $context.error.message | Unauthorized",
        "D | $context.error.responseType | UNAUTHORIZED",
        "D | $context.stage $context.httpMethod | live GET",
        "D | $context.identity.sourceIp | 127.0.0.1",
        "M, from memory | <$context.authorizer.nothing> | <>",
        "M, from memory | costs $5 | costs $5",
      })
  void fillsVariablesIntoTheBody(String evidence, String template, String body) throws IOException {
    var response = response("UNAUTHORIZED", null, Map.of(), template);
    assertThat(get(List.of(response), "/api/me").text()).isEqualTo(body);
  }

  @ParameterizedTest(name = "§1.3 headers ({0}) {1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "D | '1' | 1",
        "I | context.authorizer.retryAfter | 7",
        "D | method.request.header.X-Sent | sent",
        "D | method.request.querystring.a | b c",
      })
  void mapsHeaders(String evidence, String mapping, String value) throws IOException {
    var response = response("ACCESS_DENIED", 429, Map.of("Retry-After", mapping), null);
    var answer = get(List.of(response), "/api/me?a=b+c", "Authorization: x", "x-sent: sent");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.all("Retry-After")).containsExactly(value);
  }

  @Test
  @DisplayName("§1.3 headers (M, from memory) Content-Type can be replaced")
  void letsAMappingReplaceTheContentType() throws IOException {
    var response = response("ACCESS_DENIED", null, Map.of("Content-Type", "'text/plain'"), "x");
    assertThat(get(List.of(response), "/api/me", "Authorization: x").all("Content-Type"))
        .containsExactly("text/plain");
  }

  @Test
  @DisplayName("§1.3 headers (M, from memory) a mapping without value → no header")
  void leavesOutAHeaderWithoutValue() throws IOException {
    var response =
        response("ACCESS_DENIED", null, Map.of("X-A", "context.authorizer.nothing"), null);
    assertThat(get(List.of(response), "/api/me", "Authorization: x").all("X-A")).isEmpty();
  }

  @Test
  @DisplayName("§1.3 deny (I) after a Deny templates know the authorizer's context")
  void knowsTheAuthorizersContextAfterADeny() throws IOException {
    var response =
        response("ACCESS_DENIED", null, Map.of(), "{\"in\":$context.authorizer.retryAfter}");
    assertThat(get(List.of(response), "/api/me", "Authorization: x").text())
        .isEqualTo("{\"in\":7}");
  }
}
