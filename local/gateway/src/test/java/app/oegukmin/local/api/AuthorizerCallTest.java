package app.oegukmin.local.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.template.Api;
import app.oegukmin.template.Authorizer.IdentitySource;
import app.oegukmin.template.Authorizer.Place;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Authorizers against aws §1.1; each row says on what evidence. */
class AuthorizerCallTest {

  private static final String ARN =
      "arn:aws:execute-api:ap-northeast-2:000000000000:local/live/GET/api/me";
  private static final String TOKEN = "Authorization: Bearer x";

  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi(TestApi.definition());
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private static String allow(String more) {
    return """
    {"principalId":"u1","policyDocument":{"Statement":[
      {"Action":"execute-api:Invoke","Effect":"Allow","Resource":"*"}]}%s}
    """
        .formatted(more);
  }

  private RawHttp.Response me(String authorizerAnswer) throws IOException {
    return api.answering("MemberAuth", authorizerAnswer).http().get("/api/me", TOKEN);
  }

  @ParameterizedTest(name = "§1.1 identity ({0}) {1} → 401, authorizer not called")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      nullValues = "-",
      value = {
        "D | -",
        "D | 'Authorization:'",
        "D | 'X-Authorization: x'",
      })
  void answers401WithoutCallingWhenTheIdentityIsMissing(String evidence, String header)
      throws IOException {
    var response = header == null ? api.http().get("/api/me") : api.http().get("/api/me", header);
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.text()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(response.all("x-amzn-ErrorType")).containsExactly("UnauthorizedException");
    assertThat(api.event("MemberAuth")).isNull();
  }

  @Test
  @DisplayName("§1.1 identity (D) no identity source → called for everybody")
  void callsAnAuthorizerWithoutIdentitySourceForEverybody() throws IOException {
    api.answering("GuestAuth", allow(""));
    assertThat(api.http().get("/api/guest").status()).isEqualTo(200);
    assertThat(api.event("GuestAuth").path("type").asText()).isEqualTo("REQUEST");
  }

  @Test
  @DisplayName("§1.1 request (D) what a REQUEST authorizer sees")
  void showsTheRequestToTheAuthorizer() throws IOException {
    api.answering("MemberAuth", allow("")).http().get("/api/me?a=1", TOKEN);
    JsonNode event = api.event("MemberAuth");
    assertThat(event.path("methodArn").asText()).isEqualTo(ARN);
    assertThat(event.at("/headers/Authorization").asText()).isEqualTo("Bearer x");
    assertThat(event.at("/queryStringParameters/a").asText()).isEqualTo("1");
    assertThat(event.path("pathParameters").toString()).isEqualTo("{}");
    assertThat(event.path("stageVariables").toString()).isEqualTo("{}");
    assertThat(event.at("/requestContext/resourcePath").asText()).isEqualTo("/api/me");
    assertThat(event.at("/requestContext").has("authorizer")).isFalse();
    assertThat(event.has("body")).isFalse();
    assertThat(event.has("isBase64Encoded")).isFalse();
  }

  @Test
  @DisplayName("§2 #12 (I), §1.1 context (I) every value is text, null stays null")
  void handsOnTheContextAsText() throws IOException {
    me(allow(",\"context\":{\"str\":\"hello\",\"bool\":true,\"null\":null,\"num\":123}"));
    JsonNode context = api.event("Answer").at("/requestContext/authorizer");
    assertThat(context.toString())
        .isEqualTo(
            "{\"str\":\"hello\",\"bool\":\"true\",\"null\":null,\"num\":\"123\","
                + "\"principalId\":\"u1\",\"integrationLatency\":0}");
  }

  @Test
  @DisplayName("§2 #12 (I) no authorizer → no context")
  void hasNoContextWithoutAuthorizer() throws IOException {
    api.http().get("/api/open");
    assertThat(api.event("Answer").path("requestContext").has("authorizer")).isFalse();
  }

  @ParameterizedTest(name = "{0} {1} {2}, {3} {4} → {5}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "§2 #24 (D) | Allow | * | - | - | 200 | -",
        "§2 #24 (D) | Allow | arn:aws:execute-api:*:*:local/live/GET/api/me | - | - | 200 | -",
        "§2 #24 (D) | Allow | arn:aws:execute-api:*:*:local/*/GET/api/?e | - | - | 200 | -",
        "§2 #24 (D) | Allow | arn:aws:execute-api:*:*:local/live/POST/* | - | - | 403 | resource",
        "§2 #24 (D) | Deny | * | - | - | 403 | explicit deny",
        "§2 #24 (D) | Allow | * | Deny | */api/me | 403 | explicit deny",
        "§2 #24 (D) | Deny | */api/you | Allow | */api/me | 200 | -",
      })
  void obeysThePolicy(
      String evidence,
      String effect,
      String resource,
      String otherEffect,
      String otherResource,
      int status,
      String saying)
      throws IOException {
    String statement =
        "{\"Action\":\"execute-api:Invoke\",\"Effect\":\"%s\",\"Resource\":[\"%s\"]}";
    String other = otherEffect == null ? "" : "," + statement.formatted(otherEffect, otherResource);
    var response =
        me(
            "{\"principalId\":\"u1\",\"policyDocument\":{\"Statement\":[%s%s]}}"
                .formatted(statement.formatted(effect, resource), other));
    assertThat(response.status()).isEqualTo(status);
    if (status == 403) {
      // The one body AWS spells with a capital (D).
      assertThat(response.json().path("Message").asText())
          .startsWith("User is not authorized to access this resource")
          .endsWith(saying);
      assertThat(response.all("x-amzn-ErrorType")).containsExactly("AccessDeniedException");
      assertThat(api.event("Answer")).isNull();
    }
  }

  @ParameterizedTest(name = "§1.1 500 ({0}) {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "D | no json",
        "D | '{\"principalId\":\"u1\"}'",
        "D | '{\"policyDocument\":{\"Statement\":[]}}'",
        "D | '{\"principalId\":\"u1\",\"policyDocument\":{\"Statement\":[{\"Effect\":\"Maybe\"}]}}'",
        "D | '{\"principalId\":\"u1\",\"policyDocument\":{\"Statement\":[{\"Effect\":\"Allow\"}]}}'",
        "not reproduced | '{\"principalId\":\"u1\",\"policyDocument\":{\"Statement\":["
            + "{\"Effect\":\"Allow\",\"Condition\":{}}]}}'",
        "D | '{\"principalId\":\"u1\",\"context\":{\"a\":{}},\"policyDocument\":{\"Statement\":[]}}'",
        "D | '{\"principalId\":\"u1\",\"context\":{\"a\":[]},\"policyDocument\":{\"Statement\":[]}}'",
      })
  void answers500ForAnAnswerItCannotUse(String evidence, String response) throws IOException {
    assertMisconfigured(me(response));
  }

  private static void assertMisconfigured(RawHttp.Response response) {
    assertThat(response.status()).isEqualTo(500);
    assertThat(response.text()).isEqualTo("{\"message\":null}");
    assertThat(response.all("x-amzn-ErrorType"))
        .containsExactly("AuthorizerConfigurationException");
  }

  @Test
  @DisplayName("§1.1 401 (D) error \"Unauthorized\" → 401, any other → 500")
  void answers401ForTheErrorUnauthorizedAnd500ForAnyOther() throws IOException {
    api.on("MemberAuth", event -> fail("Unauthorized"));
    assertThat(api.http().get("/api/me", TOKEN).status()).isEqualTo(401);
    api.on("MemberAuth", event -> fail("unauthorized"));
    assertMisconfigured(api.http().get("/api/me", TOKEN));
  }

  private static String fail(String message) throws FunctionError {
    throw new FunctionError("java.lang.RuntimeException", message);
  }

  @Test
  @DisplayName("§1.1 sizes (D) method ARN above 1600 bytes → 414")
  void refusesAMethodArnAbove1600Bytes() throws IOException {
    String id = "x".repeat(1700);
    assertThat(guarded("/api/{id}").http().get("/api/" + id, TOKEN).status()).isEqualTo(414);
  }

  @Test
  @DisplayName("§1.1 sizes (D; outcome: M, from memory) policy Resource above 512 characters → 500")
  void refusesAPolicyWithALongResource() throws IOException {
    String longest = "*".repeat(512);
    assertThat(me(allow("").replace("\"*\"", "\"" + longest + "\"")).status()).isEqualTo(200);
    assertMisconfigured(me(allow("").replace("\"*\"", "\"" + longest + "*\"")));
  }

  @Test
  @DisplayName("§1.1 500 (D) the authorizer cannot be invoked or runs into its timeout")
  void answers500WhenThereIsNoAnswer() throws IOException {
    api.on(
        "MemberAuth",
        event -> {
          throw new IllegalArgumentException("There is no function MemberAuth");
        });
    assertMisconfigured(api.http().get("/api/me", TOKEN));
    api.on(
        "MemberAuth",
        event -> {
          throw new FunctionError("Sandbox.Timedout", "Task timed out after 5.00 seconds");
        });
    assertMisconfigured(api.http().get("/api/me", TOKEN));
  }

  @ParameterizedTest(name = "§1.1 identity (D) {0} {1}: {2} → {3}")
  @CsvSource({
    "QUERY_STRING, token, /api/me?token=1, 200",
    "QUERY_STRING, token, /api/me?token=, 401",
    "STAGE_VARIABLE, colour, /api/me, 200",
    "STAGE_VARIABLE, size, /api/me, 401",
    "CONTEXT, identity.sourceIp, /api/me, 200",
    "CONTEXT, identity.user, /api/me, 401",
  })
  void findsIdentitiesInTheirPlace(Place place, String key, String target, int status)
      throws IOException {
    TestApi other = guarded("/api/me", new IdentitySource(place, key));
    other.answering("MemberAuth", allow(""));
    assertThat(other.http().get(target).status()).isEqualTo(status);
  }

  private TestApi guarded(String path, IdentitySource... sources) throws IOException {
    Api.Stage stage = new Api.Stage("live", Map.of("colour", "blue"), List.of(), List.of());
    api.close();
    api =
        new TestApi(
            TestApi.definition(
                stage,
                TestApi.authorizer("Member", sources),
                TestApi.route("GET", path, "Member")));
    return api;
  }
}
