package app.oegukmin.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class AuthorizerTest {

  @RegisterExtension
  static final Stack STACK = Stack.of("KeyTable", "BanTable", "UserTable").withValkey();

  private static final byte[] SECRET = new byte[32];

  private final RequestStreamHandler member =
      new MemberHandler(STACK.environment("MemberAuthorizerFunction"));
  private final RequestStreamHandler guest =
      new GuestHandler(STACK.environment("GuestAuthorizerFunction"));

  @BeforeAll
  static void putKey() {
    new SecureRandom().nextBytes(SECRET);
    String secret = Base64.getEncoder().encodeToString(SECRET);
    Items.put(
        STACK,
        "KeyTable",
        Map.of("purpose", "signing", "kid", "k1", "state", "current", "secret", secret));
  }

  @Test
  void admitsAMemberAndHandsOnWhoItIs() throws IOException {
    JsonNode answer = authorize(member, "memberauthorizer", "Bearer " + good());
    assertThat(effect(answer)).isEqualTo("Allow");
    assertThat(answer.path("principalId").asText()).isEqualTo("uid-1");
    assertThat(answer.at("/context/userId").asText()).isEqualTo("uid-1");
    assertThat(answer.at("/context/role").asText()).isEqualTo("ROLE_USER");
    assertThat(answer.at("/context/tier").asText()).isEqualTo("member");
    assertThat(answer.at("/policyDocument/Statement/0/Resource").asText())
        .isEqualTo("arn:aws:execute-api:ap-northeast-2:000000000000:local/live/*");
  }

  @Test
  @DisplayName("F-6: a policy is within 512 characters, however long the path is")
  void f6_admitsALongPath() throws IOException {
    ObjectNode event = event("guestauthorizer");
    event.put("methodArn", event.path("methodArn").asText() + "a".repeat(1_500));
    JsonNode answer = send(guest, event);
    assertThat(effect(answer)).isEqualTo("Allow");
    assertThat(answer.at("/policyDocument/Statement/0/Resource").asText())
        .hasSizeLessThanOrEqualTo(512);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer ", "BEARER ", "Bearer  ", "Bearer\t", " Bearer \t ", ""})
  @DisplayName("F-53: the scheme is read in any case, with spaces and tabs after it")
  void f53_readsTheSchemeInAnySpelling(String scheme) throws IOException {
    assertThat(effect(authorize(member, "memberauthorizer", scheme + good()))).isEqualTo("Allow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer null", "Bearer ", "null", "Bearer a.b.c", "Basic dTpw", "한글"})
  void deniesAMemberRouteToWhatIsNoToken(String header) throws IOException {
    assertThat(effect(authorize(member, "memberauthorizer", header))).isEqualTo("Deny");
  }

  @Test
  void deniesAMemberRouteToAnExpiredToken() throws IOException {
    String expired = sign(token().withExpiresAt(Instant.now().minusSeconds(1)));
    assertThat(effect(authorize(member, "memberauthorizer", "Bearer " + expired)))
        .isEqualTo("Deny");
  }

  @Test
  void deniesAMemberRouteToARefreshToken() throws IOException {
    String refresh = sign(token().withClaim("typ", "refresh"));
    assertThat(effect(authorize(member, "memberauthorizer", "Bearer " + refresh)))
        .isEqualTo("Deny");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer null", "Bearer a.b.c", "", "Bearer expired"})
  @DisplayName("Contract §1.16: a public route ignores a bad token")
  void admitsEverybodyToAPublicRoute(String header) throws IOException {
    JsonNode answer = authorize(guest, "guestauthorizer", header);
    assertThat(effect(answer)).isEqualTo("Allow");
    assertThat(answer.at("/context/tier").asText()).isEqualTo("guest");
    assertThat(answer.at("/context").has("userId")).isFalse();
  }

  @Test
  @DisplayName("D-S1: a Firebase ID token on the way to sign-in is not ours to judge")
  void dS1_letsAForeignTokenPassOnAPublicRoute() throws Exception {
    KeyPair firebase = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    String idToken = token().sign(Algorithm.RSA256(null, (RSAPrivateKey) firebase.getPrivate()));
    JsonNode answer = authorize(guest, "guestauthorizer", "Bearer " + idToken);
    assertThat(effect(answer)).isEqualTo("Allow");
    assertThat(answer.at("/context").has("userId")).isFalse();
    assertThat(effect(authorize(member, "memberauthorizer", "Bearer " + idToken)))
        .isEqualTo("Deny");
  }

  @Test
  void knowsAMemberOnAPublicRoute() throws IOException {
    JsonNode answer = authorize(guest, "guestauthorizer", "Bearer " + good());
    assertThat(effect(answer)).isEqualTo("Allow");
    assertThat(answer.at("/context/userId").asText()).isEqualTo("uid-1");
  }

  @Test
  void admitsGuestsWhenKeysCannotBeRead() throws IOException {
    Map<String, String> environment = new HashMap<>(STACK.environment("GuestAuthorizerFunction"));
    environment.put("KEY_TABLE", "no-such-table");
    JsonNode answer =
        authorize(new GuestHandler(environment), "guestauthorizer", "Bearer " + good());
    assertThat(effect(answer)).isEqualTo("Allow");
    assertThat(answer.at("/context/tier").asText()).isEqualTo("guest");
  }

  @Test
  void readsTheHeaderInAnyCase() throws IOException {
    ObjectNode event = event("memberauthorizer");
    ObjectNode headers = event.withObject("/headers");
    headers.remove("Authorization");
    headers.put("aUTHORIZATION", "Bearer " + good());
    assertThat(effect(send(member, event))).isEqualTo("Allow");
  }

  @Test
  @DisplayName("F-4: the role that is handed on is the account's, not the token's")
  void f4_handsOnNoRoleThatTheAccountHasNot() throws IOException {
    String claimed = sign(token().withClaim("role", "ROLE_ADMIN").withClaim("verified", true));
    JsonNode answer = authorize(member, "memberauthorizer", "Bearer " + claimed);
    assertThat(effect(answer)).isEqualTo("Allow");
    assertThat(answer.at("/context/role").asText()).isEqualTo("ROLE_USER");
  }

  private static String good() {
    return sign(token());
  }

  private static JWTCreator.Builder token() {
    return JWT.create()
        .withKeyId("k1")
        .withIssuer(STACK.environment("MemberAuthorizerFunction").get("TOKEN_ISSUER"))
        .withAudience("oegukmin")
        .withSubject("uid-1")
        .withJWTId("id-1")
        .withClaim("typ", "access")
        .withClaim("role", "ROLE_USER")
        .withExpiresAt(Instant.now().plusSeconds(60));
  }

  private static String sign(JWTCreator.Builder token) {
    return token.sign(Algorithm.HMAC256(SECRET));
  }

  private static JsonNode authorize(RequestStreamHandler handler, String name, String header)
      throws IOException {
    ObjectNode event = event(name);
    event.withObject("/headers").put("Authorization", header);
    return send(handler, event);
  }

  private static JsonNode send(RequestStreamHandler handler, JsonNode event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), answer, null);
    return Json.MAPPER.readTree(answer.toByteArray());
  }

  private static ObjectNode event(String name) throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "events", name + ".json");
    return (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
  }

  private static String effect(JsonNode answer) {
    return answer.at("/policyDocument/Statement/0/Effect").asText();
  }
}
