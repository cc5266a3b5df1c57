package app.oegukmin.authorizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.connection.Connection;
import app.oegukmin.shared.connection.ConnectionTable;
import app.oegukmin.shared.connection.TicketTable;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
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
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is let into the WebSocket API. */
@Tag("process")
class SocketHandlerTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of("KeyTable", "BanTable", "TicketTable", "ConnectionTable").withValkey();

  private static final byte[] SECRET =
      "a secret of thirty-two bytes....".getBytes(StandardCharsets.UTF_8);

  private final Clock clock = Clock.systemUTC();
  private final Instant later = clock.instant().plusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
  private final AccessToken token =
      new AccessToken(
          "token-1", "uid-1", "ROLE_USER", false, Optional.of("family-1"), Instant.EPOCH, later);
  private final Map<String, String> environment = STACK.environment("SocketAuthorizerFunction");
  private final ConnectionTable connections =
      new ConnectionTable(STACK.dynamodb(), STACK.table("ConnectionTable"), clock);

  @BeforeEach
  void putKey() {
    STACK.clear();
    String secret = Base64.getEncoder().encodeToString(SECRET);
    Items.put(
        STACK,
        "KeyTable",
        Map.of("purpose", "signing", "kid", "1", "state", "current", "secret", secret));
  }

  private String header() {
    return "Bearer "
        + JWT.create()
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

  @Test
  void admitsATokenInTheHeaderAndHandsOnWhatItSays() throws IOException {
    JsonNode answer = call(Optional.of(header()), Optional.empty());
    assertThat(effect(answer)).isEqualTo("Allow");
    assertThat(answer.at("/policyDocument/Statement/0/Resource").asText())
        .isEqualTo("arn:aws:execute-api:ap-northeast-2:000000000000:SocketApi/live/*");
    Optional<AccessToken> handed =
        AccessToken.of(
            key -> Optional.of(answer.at("/context/" + key).asText()).filter(it -> !it.isEmpty()));
    assertThat(handed).contains(token);
  }

  @Test
  void admitsATicketOnce() throws IOException {
    String ticket = tickets().issue(token, new SecureRandom());
    JsonNode answer = call(Optional.empty(), Optional.of(ticket));
    assertThat(effect(answer)).isEqualTo("Allow");
    assertThat(answer.at("/context/userId").asText()).isEqualTo("uid-1");
    assertThat(effect(call(Optional.empty(), Optional.of(ticket)))).isEqualTo("Deny");
  }

  @Test
  void callsAHandshakeWithoutEitherUnauthorized() {
    assertThatThrownBy(() -> call(Optional.empty(), Optional.empty())).hasMessage("Unauthorized");
    assertThatThrownBy(() -> call(Optional.of(" "), Optional.of(""))).hasMessage("Unauthorized");
  }

  @Test
  void deniesWhatIsNoToken() throws IOException {
    assertThat(effect(call(Optional.of("Bearer x"), Optional.empty()))).isEqualTo("Deny");
    assertThat(effect(call(Optional.empty(), Optional.of("x")))).isEqualTo("Deny");
  }

  @Test
  void deniesABannedTokenAndItsTicket() throws IOException {
    String ticket = tickets().issue(token, new SecureRandom());
    new BanTable(STACK.dynamodb(), STACK.table("BanTable"))
        .put(Ban.family("uid-1", "family-1", later));
    assertThat(effect(call(Optional.of(header()), Optional.empty()))).isEqualTo("Deny");
    assertThat(effect(call(Optional.empty(), Optional.of(ticket)))).isEqualTo("Deny");
  }

  @Test
  void deniesTheSixthConnection() throws IOException {
    for (int i = 0; i < ConnectionTable.MOST; i++) {
      assertThat(effect(call(Optional.of(header()), Optional.empty()))).isEqualTo("Allow");
      connections.add(Connection.of(token, "c" + i, clock.instant()));
    }
    assertThat(effect(call(Optional.of(header()), Optional.empty()))).isEqualTo("Deny");
  }

  /** The function responds 429, as on HTTP. */
  @Test
  void handsOnThatTheLimitOfHandshakesIsReached() throws IOException {
    SocketHandler handler = new SocketHandler(environment, clock);
    for (int i = 0; i < 20; i++) {
      JsonNode answer = call(handler, Optional.of(header()), Optional.empty());
      assertThat(answer.at("/context/throttled").asText()).isEmpty();
    }
    JsonNode answer = call(handler, Optional.of(header()), Optional.empty());
    assertThat(answer.at("/context/throttled").asText()).isEqualTo("true");
  }

  private TicketTable tickets() {
    return new TicketTable(STACK.dynamodb(), STACK.table("TicketTable"), clock);
  }

  private JsonNode call(Optional<String> header, Optional<String> ticket) throws IOException {
    return call(new SocketHandler(environment, clock), header, ticket);
  }

  private static JsonNode call(
      SocketHandler handler, Optional<String> header, Optional<String> ticket) throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "events", "socketauthorizer.json");
    ObjectNode event = (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
    event.withObject("/headers").remove("Authorization");
    event.remove("queryStringParameters");
    header.ifPresent(value -> event.withObject("/headers").put("Authorization", value));
    ticket.ifPresent(value -> event.putObject("queryStringParameters").put("ticket", value));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), answer, null);
    return Json.MAPPER.readTree(answer.toByteArray());
  }

  private static String effect(JsonNode answer) {
    return answer.at("/policyDocument/Statement/0/Effect").asText();
  }
}
