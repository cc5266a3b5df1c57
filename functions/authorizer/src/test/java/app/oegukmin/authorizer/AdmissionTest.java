package app.oegukmin.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.ban.Bans;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class AdmissionTest {

  @RegisterExtension static final Stack STACK = Stack.of("BanTable").withValkey();

  // In the future, because DynamoDB Local deletes what has expired by its own clock.
  private static final Instant NOW = Instant.parse("2096-10-03T03:00:00Z");

  private final FakeClock clock = new FakeClock(NOW);
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
    Admission admission = admission(Map.of());
    for (int i = 0; i < 20; i++) {
      assertThat(context(admission, "uid-1", event("GET", "/api/announcement")))
          .doesNotContainKey("throttled");
    }
    Verdict refused = admission.member(token("uid-1"), event("GET", "/api/user/me")).orElseThrow();
    assertThat(refused.allowed()).isTrue();
    assertThat(refused.context())
        .containsEntry("throttled", "true")
        .containsEntry("retryAfter", "1")
        .containsEntry("limit", "20")
        .containsEntry("remaining", "0")
        .containsEntry("userId", "uid-1");
    assertThat(context(admission, "uid-2", event("GET", "/api/user/me")))
        .doesNotContainKey("throttled")
        .containsEntry("remaining", "19");
  }

  @Test
  void countsGuestsByAddressFiftyMembersWorth() {
    Verdict verdict = admission(Map.of()).guest(event("GET", "/api/announcement"));
    assertThat(verdict.context())
        .containsEntry("limit", "1000")
        .containsEntry("remaining", "999")
        .containsEntry("reset", "1");
  }

  @Test
  void countsSignInByAddressWhoeverAsks() {
    Admission admission = admission(Map.of("MEMBERS_PER_ADDRESS", "1"));
    assertThat(context(admission, "uid-1", event("POST", "/api/user/signin")))
        .containsEntry("limit", "10");
    assertThat(admission.guest(event("POST", "/api/user/signin")).context())
        .containsEntry("remaining", "8");
  }

  @Test
  void doesNotCountAnExemptAddress() {
    Admission admission = admission(Map.of("EXEMPT_RANGES", "203.0.113.0/24"));
    assertThat(admission.guest(event("GET", "/api/announcement")).context())
        .containsOnlyKeys("tier");
  }

  @Test
  void namesTheUsagePlanOfTheTier() {
    Admission admission = admission(Map.of());
    assertThat(admission.member(token("uid-1"), event("GET", "/api/announcement")))
        .flatMap(Verdict::planKey)
        .get()
        .asString()
        .startsWith("member-")
        .hasSizeBetween(20, 128);
    assertThat(admission.guest(event("GET", "/api/announcement")).planKey())
        .get()
        .asString()
        .startsWith("guest-")
        .hasSizeBetween(20, 128);
  }

  @Test
  void aBannedTokenTakesNothingFromItsOwner() {
    Admission admission = admission(Map.of());
    ban(Ban.token(token("uid-1")));
    for (int i = 0; i < 30; i++) {
      assertThat(admission.member(token("uid-1"), event("GET", "/api/user/me"))).isEmpty();
    }
    AccessToken another =
        new AccessToken(
            "t2", "uid-1", "ROLE_USER", false, Optional.of("f2"), NOW, token("uid-1").expiresAt());
    assertThat(admission.member(another, event("GET", "/api/user/me")))
        .get()
        .satisfies(it -> assertThat(it.context()).containsEntry("remaining", "19"));
  }

  @Test
  void aBannedTokenCountsAsItsAddressWhereAddressesAreCounted() {
    Admission admission = admission(Map.of());
    ban(Ban.family("uid-1", "f1", token("uid-1").expiresAt()));
    assertThat(admission.member(token("uid-1"), event("POST", "/api/user/signin"))).isEmpty();
  }

  @Test
  @DisplayName("F-10: a ban of all that was issued hits by the copy what the table says")
  void f10_bansWhatWasIssued() {
    Admission admission = admission(Map.of());
    ban(Ban.family("uid-1", "another", NOW.plus(Duration.ofHours(1))));
    ban(Ban.issued("uid-1", NOW));
    for (String by : List.of("table", "copy")) {
      assertThat(admission.member(issuedAt(NOW.plusSeconds(1)), event("GET", "/api/user/me")))
          .as(by)
          .isEmpty();
      assertThat(admission.member(issuedAt(NOW.plusSeconds(3)), event("GET", "/api/user/me")))
          .as(by)
          .isPresent();
    }
  }

  private static AccessToken issuedAt(Instant issued) {
    AccessToken token = token("uid-1");
    return new AccessToken(
        token.id(), "uid-1", token.role(), false, token.family(), issued, token.expiresAt());
  }

  @Test
  void aBanThatHasEndedHitsNothing() {
    Admission admission = admission(Map.of());
    ban(Ban.token(token("uid-1")));
    admission.member(token("uid-1"), event("GET", "/api/user/me"));
    clock.advance(Duration.ofHours(1));
    assertThat(context(admission, "uid-1", event("GET", "/api/user/me")))
        .containsEntry("remaining", "19");
  }

  @Test
  void aNameThatBeginsLikeABannedOneIsNotBanned() {
    Admission admission = admission(Map.of());
    ban(
        new Ban(
            MemberKey.of("uid-1"),
            "token#t1-of-uid",
            Optional.empty(),
            token("uid-1").expiresAt()));
    admission.member(token("uid-1"), event("GET", "/api/user/me"));
    assertThat(context(admission, "uid-1", event("GET", "/api/user/me")))
        .containsEntry("remaining", "18");
  }

  @Test
  void closesAPaidRouteAndOpensTheOthersWithoutValkey() {
    Valkey nowhere = new Valkey("127.0.0.1:1", false, clock);
    Admission admission = admission(Map.of(), Optional.of(nowhere));
    assertThat(context(admission, "uid-1", event("POST", "/api/chatbot")))
        .containsEntry("closed", "true")
        .containsKey("retryAfter");
    assertThat(context(admission, "uid-1", event("GET", "/api/user/me")))
        .doesNotContainKeys("closed", "throttled");
  }

  @Test
  void limitsNobodyOnALocalStackWithoutValkey() {
    Admission admission = admission(Map.of(), Optional.empty());
    assertThat(context(admission, "uid-1", event("POST", "/api/chatbot")))
        .doesNotContainKeys("closed", "throttled", "limit");
  }

  private Admission admission(Map<String, String> changed) {
    return admission(changed, Optional.of(valkey));
  }

  private Admission admission(Map<String, String> changed, Optional<Valkey> valkey) {
    return new Admission(new Environment(environment(changed)), table(), valkey, clock);
  }

  private static BanTable table() {
    return new BanTable(STACK.dynamodb(), STACK.table("BanTable"));
  }

  private void ban(Ban ban) {
    new Bans(table(), Optional.of(valkey), clock).add(ban);
  }

  private static Map<String, String> environment(Map<String, String> changed) {
    Map<String, String> environment = new HashMap<>(STACK.environment("GuestAuthorizerFunction"));
    environment.putAll(changed);
    return environment;
  }

  private static Map<String, String> context(
      Admission admission, String id, AuthorizerEvent event) {
    return admission.member(token(id), event).orElseThrow().context();
  }

  private static AccessToken token(String member) {
    return new AccessToken(
        "t1-of-" + member,
        member,
        "ROLE_USER",
        false,
        Optional.of("f1"),
        NOW,
        NOW.plus(Duration.ofHours(1)));
  }

  private static AuthorizerEvent event(String method, String resource) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    event.put("httpMethod", method).put("resource", resource);
    event.putObject("requestContext").putObject("identity").put("sourceIp", "203.0.113.7");
    return new AuthorizerEvent(event);
  }
}
