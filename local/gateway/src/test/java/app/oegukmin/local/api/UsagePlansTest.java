package app.oegukmin.local.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.template.Api;
import app.oegukmin.template.MethodThrottle;
import app.oegukmin.template.Route;
import app.oegukmin.template.Throttle;
import app.oegukmin.template.UsagePlan;
import app.oegukmin.testkit.FakeClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Usage plans and the stage's throttles against aws §1.2 and §2 #23, #27. */
class UsagePlansTest {

  private static final UsagePlan.Key MEMBER = new UsagePlan.Key("m", "member-0123456789012345");
  private static final UsagePlan.Key GUEST = new UsagePlan.Key("g", "guest-0123456789012345");
  private static final UsagePlan PLAN =
      new UsagePlan("P", List.of(MEMBER, GUEST), Optional.of(new Throttle(1, 2)), Optional.empty());

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-22T23:59:58Z"));
  private TestApi api;

  @AfterEach
  void stop() throws IOException {
    if (api != null) {
      api.close();
    }
  }

  private void start(UsagePlan plan, MethodThrottle... throttles) throws IOException {
    start(Api.KeySource.AUTHORIZER, plan, throttles);
  }

  private void start(Api.KeySource source, UsagePlan plan, MethodThrottle... throttles)
      throws IOException {
    Api.Stage stage = new Api.Stage("live", Map.of(), List.of(throttles), List.of(plan));
    Route keyed =
        new Route("Answer", "GET", "/keyed", Optional.of("Member"), true, Duration.ofSeconds(29));
    Api definition =
        TestApi.definition(
            stage,
            TestApi.authorizer("Member"),
            keyed,
            TestApi.route("GET", "/open", null),
            TestApi.route("POST", "/open", null));
    api =
        new TestApi(
            new Api(
                definition.stage(),
                source,
                definition.routes(),
                definition.authorizers(),
                definition.cors(),
                definition.gatewayResponses(),
                definition.binaryMediaTypes()),
            clock);
  }

  private void name(String key) {
    String usage = key == null ? "" : ",\"usageIdentifierKey\":\"" + key + "\"";
    api.answering("MemberAuth", policy("Allow", usage));
  }

  private static String policy(String effect, String more) {
    return """
    {"principalId":"u1","policyDocument":{"Statement":[
      {"Action":"execute-api:Invoke","Effect":"%s","Resource":"*"}]}%s}
    """
        .formatted(effect, more);
  }

  private RawHttp.Response keyed(String... headers) throws IOException {
    return api.http().get("/keyed", headers);
  }

  private List<Integer> statuses(int calls) throws IOException {
    List<Integer> statuses = new ArrayList<>();
    for (int call = 0; call < calls; call++) {
      statuses.add(keyed().status());
    }
    return statuses;
  }

  private static void assertRefused(
      RawHttp.Response response, int status, String message, String type) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.text()).isEqualTo("{\"message\":\"" + message + "\"}");
    assertThat(response.all("x-amzn-ErrorType")).containsExactly(type);
  }

  @Test
  @DisplayName("§1.2 demand (D) without ApiKeyRequired the key is ignored and nothing is counted")
  void countsOnlyWhereAKeyIsDemanded() throws IOException {
    start(PLAN);
    for (int call = 0; call < 5; call++) {
      assertThat(api.http().get("/open", "x-api-key: " + MEMBER.value()).status()).isEqualTo(200);
    }
    assertThat(api.event("Answer").at("/requestContext/identity").has("apiKey")).isFalse();
    name(MEMBER.value());
    assertThat(statuses(3)).containsExactly(200, 200, 429);
  }

  @Test
  @DisplayName("§1.2 key (D) none, unknown, disabled or of no plan of this stage → 403")
  void refusesAKeyItDoesNotKnow() throws IOException {
    start(PLAN);
    for (String key : new String[] {null, "", "another-0123456789012345"}) {
      name(key);
      assertRefused(keyed("x-api-key: " + MEMBER.value()), 403, "Forbidden", "ForbiddenException");
    }
    assertThat(api.event("Answer")).isNull();
  }

  @Test
  @DisplayName("§1.2 key (D), §2 #27 (D) the authorizer's key is used and the function sees it")
  void countsForTheAuthorizersKey() throws IOException {
    start(PLAN);
    name(MEMBER.value());
    assertThat(keyed("x-api-key: " + GUEST.value()).status()).isEqualTo(200);
    assertThat(api.event("Answer").at("/requestContext/identity/apiKey").asText())
        .isEqualTo(MEMBER.value());
    assertThat(api.event("Answer").at("/requestContext/identity/apiKeyId").asText()).isEqualTo("m");
  }

  @Test
  @DisplayName("§1.2 key (D) key source HEADER: the caller's key is used, the authorizer's is not")
  void countsForTheCallersKey() throws IOException {
    start(Api.KeySource.HEADER, PLAN);
    name(MEMBER.value());
    assertThat(keyed().status()).isEqualTo(403);
    assertThat(keyed("X-API-Key: " + GUEST.value()).status()).isEqualTo(200);
    assertThat(keyed("X-API-Key: another-0123456789012345").status()).isEqualTo(403);
  }

  @Test
  @DisplayName("§1.2 key (D) a key is in one plan of a stage")
  void refusesAKeyInTwoPlans() {
    Api.Stage stage = new Api.Stage("live", Map.of(), List.of(), List.of(PLAN, PLAN));
    Api twice = TestApi.definition(stage);
    assertThatThrownBy(() -> new UsagePlans(twice, clock))
        .hasMessage("Key m is in two plans of one stage");
  }

  @Test
  @DisplayName("§1.2 bucket (D), §2 #27 (D) a token bucket for each key → 429 Too Many Requests")
  void throttlesEveryKeyByItself() throws IOException {
    start(PLAN);
    name(MEMBER.value());
    assertThat(statuses(2)).containsExactly(200, 200);
    assertRefused(keyed(), 429, "Too Many Requests", "TooManyRequestsException");
    name(GUEST.value());
    assertThat(statuses(3)).containsExactly(200, 200, 429);
    clock.advance(Duration.ofSeconds(1));
    assertThat(statuses(2)).containsExactly(200, 429);
  }

  @Test
  @DisplayName("§1.2 bodies (D; day in UTC: M, from memory) quota used up → 429 Limit Exceeded")
  void allowsSoManyADay() throws IOException {
    start(new UsagePlan("P", List.of(MEMBER), Optional.empty(), Optional.of(2)));
    name(MEMBER.value());
    assertThat(statuses(2)).containsExactly(200, 200);
    assertRefused(keyed(), 429, "Limit Exceeded", "LimitExceededException");
    clock.advance(Duration.ofSeconds(1));
    assertThat(keyed().status()).isEqualTo(429);
    clock.advance(Duration.ofSeconds(1));
    assertThat(statuses(3)).containsExactly(200, 200, 429);
  }

  @Test
  @DisplayName("§1.2 bodies (M, from memory) what is throttled does not count for the quota")
  void doesNotCountWhatItThrottles() throws IOException {
    start(new UsagePlan("P", List.of(MEMBER), Optional.of(new Throttle(1, 1)), Optional.of(2)));
    name(MEMBER.value());
    assertThat(statuses(3)).containsExactly(200, 429, 429);
    clock.advance(Duration.ofSeconds(1));
    assertThat(keyed().status()).isEqualTo(200);
  }

  @Test
  @DisplayName("§2 #23 (D) the authorizer comes before the plan: a refused call takes no token")
  void asksTheAuthorizerFirst() throws IOException {
    start(PLAN);
    api.answering("MemberAuth", policy("Deny", ",\"usageIdentifierKey\":\"x\""));
    assertThat(statuses(5)).containsOnly(403);
    name(MEMBER.value());
    assertThat(statuses(2)).containsExactly(200, 200);
  }

  @Test
  @DisplayName(
      "§1.2 order (D) the plan comes before the stage: what it refuses takes nothing there")
  void asksThePlanBeforeTheStage() throws IOException {
    start(PLAN, new MethodThrottle("*", "*", new Throttle(1, 3)));
    name("unknown-0123456789012345");
    assertThat(statuses(5)).containsOnly(403);
    name(MEMBER.value());
    assertThat(statuses(3)).containsExactly(200, 200, 429);
    name(GUEST.value());
    assertThat(statuses(2)).containsExactly(200, 429);
  }

  @Test
  @DisplayName("§1.2 order (M, from memory) the stage has a bucket for each method")
  void throttlesEveryMethodOfTheStage() throws IOException {
    start(
        PLAN,
        new MethodThrottle("/open", "GET", new Throttle(1, 2)),
        new MethodThrottle("*", "*", new Throttle(1, 1)));
    assertThat(api.http().get("/open").status()).isEqualTo(200);
    assertThat(api.http().get("/open").status()).isEqualTo(200);
    assertRefused(api.http().get("/open"), 429, "Too Many Requests", "TooManyRequestsException");
    assertThat(api.http().post("/open", "").status()).isEqualTo(200);
    assertThat(api.http().post("/open", "").status()).isEqualTo(429);
    clock.advance(Duration.ofSeconds(1));
    assertThat(api.http().post("/open", "").status()).isEqualTo(200);
  }
}
