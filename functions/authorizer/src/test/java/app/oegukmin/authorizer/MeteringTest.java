package app.oegukmin.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MeteringTest {

  @RegisterExtension static final Stack STACK = Stack.of("KeyTable").withValkey();

  private final FakeClock clock = new FakeClock(Instant.parse("2026-10-03T03:00:00Z"));
  private Valkey valkey;

  @BeforeEach
  void connect() {
    STACK.clear();
    valkey = new Valkey(STACK.valkeyEndpoint(), false, clock);
  }

  @AfterEach
  void disconnect() {
    valkey.close();
  }

  @Test
  void countsAMemberOnWhateverRoute() {
    Metering metering = metering(Map.of());
    for (int i = 0; i < 20; i++) {
      assertThat(metering.count(member("uid-1"), event("GET", "/api/announcement")).context())
          .doesNotContainKey("throttled");
    }
    Verdict refused = metering.count(member("uid-1"), event("GET", "/api/user/me"));
    assertThat(refused.allowed()).isTrue();
    assertThat(refused.context())
        .containsEntry("throttled", "true")
        .containsEntry("retryAfter", "1")
        .containsEntry("limit", "20")
        .containsEntry("remaining", "0")
        .containsEntry("userId", "uid-1");
    assertThat(metering.count(member("uid-2"), event("GET", "/api/user/me")).context())
        .doesNotContainKey("throttled")
        .containsEntry("remaining", "19");
  }

  @Test
  void countsGuestsByAddressFiftyMembersWorth() {
    Verdict verdict = metering(Map.of()).count(Verdict.guest(), event("GET", "/api/announcement"));
    assertThat(verdict.context())
        .containsEntry("limit", "1000")
        .containsEntry("remaining", "999")
        .containsEntry("reset", "1");
  }

  @Test
  void countsSignInByAddressWhoeverAsks() {
    Metering metering = metering(Map.of("MEMBERS_PER_ADDRESS", "1"));
    assertThat(metering.count(member("uid-1"), event("POST", "/api/user/signin")).context())
        .containsEntry("limit", "10");
    assertThat(metering.count(Verdict.guest(), event("POST", "/api/user/signin")).context())
        .containsEntry("remaining", "8");
  }

  @Test
  void doesNotCountAnExemptAddress() {
    Metering metering = metering(Map.of("EXEMPT_RANGES", "203.0.113.0/24"));
    assertThat(metering.count(Verdict.guest(), event("GET", "/api/announcement")).context())
        .containsOnlyKeys("tier");
  }

  @Test
  void namesTheUsagePlanOfTheTier() {
    Metering metering = metering(Map.of());
    assertThat(metering.count(member("uid-1"), event("GET", "/api/announcement")).planKey())
        .get()
        .asString()
        .startsWith("member-")
        .hasSizeBetween(20, 128);
    assertThat(metering.count(Verdict.guest(), event("GET", "/api/announcement")).planKey())
        .get()
        .asString()
        .startsWith("guest-")
        .hasSizeBetween(20, 128);
  }

  @Test
  void countsNothingOfARefusedCall() {
    Verdict denied = metering(Map.of()).count(Verdict.deny(), event("GET", "/api/user/me"));
    assertThat(denied).isEqualTo(Verdict.deny());
    assertThat(STACK.valkey().dbSize()).isZero();
  }

  @Test
  void closesAPaidRouteAndOpensTheOthersWithoutValkey() {
    Valkey nowhere = new Valkey("127.0.0.1:1", false, clock);
    Metering metering =
        new Metering(new Environment(environment(Map.of())), Optional.of(nowhere), clock);
    assertThat(metering.count(member("uid-1"), event("POST", "/api/chatbot")).context())
        .containsEntry("closed", "true")
        .containsKey("retryAfter");
    assertThat(metering.count(member("uid-1"), event("GET", "/api/user/me")).context())
        .doesNotContainKeys("closed", "throttled");
  }

  @Test
  void limitsNobodyOnALocalStackWithoutValkey() {
    Metering metering =
        new Metering(new Environment(environment(Map.of())), Optional.empty(), clock);
    assertThat(metering.count(member("uid-1"), event("POST", "/api/chatbot")).context())
        .doesNotContainKeys("closed", "throttled", "limit");
  }

  private Metering metering(Map<String, String> changed) {
    return new Metering(new Environment(environment(changed)), Optional.of(valkey), clock);
  }

  private static Map<String, String> environment(Map<String, String> changed) {
    Map<String, String> environment = new HashMap<>(STACK.environment("GuestAuthorizerFunction"));
    environment.putAll(changed);
    return environment;
  }

  private static Verdict member(String id) {
    return new Verdict(true, id, Map.of("userId", id, "tier", "member"), Optional.empty());
  }

  private static AuthorizerEvent event(String method, String resource) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    event.put("httpMethod", method).put("resource", resource);
    event.putObject("requestContext").putObject("identity").put("sourceIp", "203.0.113.7");
    return new AuthorizerEvent(event);
  }
}
