package app.oegukmin.authorizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.ban.Bans;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkException;

/** Bans before the authorizers, and what a check costs. */
@Tag("process")
class BannedTest {

  @RegisterExtension static final Stack STACK = Stack.of("KeyTable", "BanTable").withValkey();

  private static final byte[] SECRET =
      "a secret of thirty-two bytes....".getBytes(StandardCharsets.UTF_8);
  private final Instant later = Instant.now().plusSeconds(600);

  private final Map<String, String> environment =
      new HashMap<>(STACK.environment("MemberAuthorizerFunction"));

  @BeforeEach
  void putKey() {
    STACK.clear();
    String secret = Base64.getEncoder().encodeToString(SECRET);
    Items.put(
        STACK,
        "KeyTable",
        Map.of("purpose", "signing", "kid", "1", "state", "current", "secret", secret));
  }

  @Test
  void aBannedTokenIsDeniedAtTheNextCall() throws IOException {
    RequestStreamHandler member = new MemberHandler(environment);
    assertThat(effect(call(member))).isEqualTo("Allow");
    ban();
    assertThat(effect(call(member))).isEqualTo("Deny");
  }

  @Test
  void aBannedTokenMakesAGuestOnPublicRoutes() throws IOException {
    RequestStreamHandler guest = new GuestHandler(environment);
    assertThat(call(guest).at("/context/userId").asText()).isEqualTo("uid-1");
    ban();
    JsonNode answer = call(guest);
    assertThat(effect(answer)).isEqualTo("Allow");
    assertThat(answer.at("/context").has("userId")).isFalse();
  }

  @Test
  void bansHoldWhileValkeyIsDown() throws IOException {
    ban();
    environment.put("CACHE_ENDPOINT", "127.0.0.1:1");
    assertThat(effect(call(new MemberHandler(environment)))).isEqualTo("Deny");
  }

  @Test
  void bansHoldWithoutACache() throws IOException {
    ban();
    environment.put("CACHE_ENDPOINT", "");
    assertThat(effect(call(new MemberHandler(environment)))).isEqualTo("Deny");
  }

  @Test
  @DisplayName("D-G5: one round trip to Valkey for bans and limits, none to a table")
  void dG5_oneCallAsksValkeyOnceForBansAndLimitsAndNoTable() throws IOException {
    call(new MemberHandler(environment));
    environment.put("BAN_TABLE", "no-such-table");
    RequestStreamHandler member = new MemberHandler(environment);
    call(member);
    long before = STACK.valkeyRequests();
    for (int i = 0; i < 10; i++) {
      assertThat(effect(call(member))).isEqualTo("Allow");
    }
    assertThat(STACK.valkeyRequests() - before - 1).isEqualTo(10);
  }

  @Test
  void nobodyIsAdmittedWhenNeitherStoreAnswers() throws IOException {
    environment.put("CACHE_ENDPOINT", "127.0.0.1:1");
    environment.put("BAN_TABLE", "no-such-table");
    assertThatThrownBy(() -> call(new MemberHandler(environment))).isInstanceOf(SdkException.class);
    assertThat(call(new GuestHandler(environment)).at("/context/tier").asText()).isEqualTo("guest");
  }

  private void ban() {
    try (Valkey valkey = new Valkey(STACK.valkeyEndpoint(), false, Clock.systemUTC())) {
      BanTable table = new BanTable(STACK.dynamodb(), STACK.table("BanTable"));
      new Bans(table, Optional.of(valkey), Clock.systemUTC())
          .add(Ban.family("uid-1", "family-1", later));
    }
  }

  private JsonNode call(RequestStreamHandler authorizer) throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "events", "memberauthorizer.json");
    ObjectNode event = (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
    event.withObject("/headers").put("Authorization", "Bearer " + token());
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    authorizer.handleRequest(
        new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), answer, null);
    return Json.MAPPER.readTree(answer.toByteArray());
  }

  private String token() {
    return JWT.create()
        .withKeyId("1")
        .withIssuer(environment.get("TOKEN_ISSUER"))
        .withAudience("oegukmin")
        .withSubject("uid-1")
        .withJWTId("token-1")
        .withClaim("typ", "access")
        .withClaim("role", "ROLE_USER")
        .withClaim("fam", "family-1")
        .withExpiresAt(later)
        .sign(Algorithm.HMAC256(SECRET));
  }

  private static String effect(JsonNode answer) {
    return answer.at("/policyDocument/Statement/0/Effect").asText();
  }
}
