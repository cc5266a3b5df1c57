package app.oegukmin.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.chat.Cursor;
import app.oegukmin.shared.chat.CursorTable;
import app.oegukmin.shared.chat.Wakes;
import app.oegukmin.shared.connection.Connection;
import app.oegukmin.shared.connection.ConnectionTable;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chat over WebSocket (docs/socket.md). */
@Tag("process")
class WebSocketHandlerTest {

  @RegisterExtension static final Stack STACK = Stack.of(SocketDesk.TABLES).withValkey();

  private static final Instant NOW = Instant.parse("2056-05-01T01:02:03Z");

  private final FakeClock clock = new FakeClock(NOW);
  private final ConnectionTable connections =
      new ConnectionTable(STACK.dynamodb(), STACK.table("ConnectionTable"), clock);
  private SocketDesk desk;

  @BeforeEach
  void begin() {
    STACK.clear();
    desk = new SocketDesk(STACK, clock).room(5);
  }

  private JsonNode send(String uid, String content) {
    return desk.frame(
        uid, "send", "{\"action\":\"send\",\"room\":5,\"content\":\"" + content + "\"}");
  }

  private JsonNode resume(String uid, long after) {
    return desk.frame(uid, "resume", "{\"action\":\"resume\",\"room\":5,\"after\":" + after + "}");
  }

  private static List<Long> ids(JsonNode resumed) {
    return resumed.findValues("id").stream().map(JsonNode::asLong).toList();
  }

  @Test
  void keepsWhoIsConnected() {
    AccessToken anna = desk.token("anna");
    assertThat(desk.connect(anna, "c1")).isEqualTo(200);
    assertThat(connections.of(SocketDesk.ANNA.key()))
        .extracting(Connection::id)
        .containsExactly("c1");
    desk.disconnect(anna, "c1");
    assertThat(connections.of(SocketDesk.ANNA.key())).isEmpty();
  }

  @Test
  void refusesTheSixthConnection() {
    for (int i = 0; i < ConnectionTable.MOST; i++) {
      assertThat(desk.connect(desk.token("anna"), "c" + i)).isEqualTo(200);
    }
    assertThat(desk.connect(desk.token("anna"), "c6")).isEqualTo(429);
    assertThat(desk.connect(desk.token("bori"), "c7")).isEqualTo(200);
  }

  @Test
  void refusesAHandshakeOverItsLimit() {
    Map<String, String> context = new HashMap<>(desk.token("anna").context());
    context.put("throttled", "true");
    assertThat(desk.connect(context, "c1")).isEqualTo(429);
    assertThat(connections.of(SocketDesk.ANNA.key())).isEmpty();
  }

  /** The authorizer has let it in; nobody closes a connection that a ban has not found. */
  @Test
  void refusesATokenThatWasBannedMeanwhile() {
    new BanTable(STACK.dynamodb(), STACK.table("BanTable"))
        .put(Ban.family("anna", "family-anna", NOW.plusSeconds(60)));
    assertThat(desk.connect(desk.token("anna"), "c1")).isEqualTo(403);
    assertThat(connections.of(SocketDesk.ANNA.key())).isEmpty();
  }

  @Test
  void sendsAMessageAndSaysWhereItStands() {
    assertThat(send("anna", "안녕"))
        .hasToString("{\"type\":\"sent\",\"room\":5,\"id\":2,\"previous\":0}");
    assertThat(send("bori", "hi"))
        .hasToString("{\"type\":\"sent\",\"room\":5,\"id\":3,\"previous\":2}");
  }

  @Test
  void sendsOnceWhatAClientSendsAgain() {
    String frame = "{\"action\":\"send\",\"room\":5,\"content\":\"x\",\"clientId\":\"a-1\"}";
    JsonNode first = desk.frame("anna", "send", frame);
    assertThat(first.path("clientId").asText()).isEqualTo("a-1");
    clock.advance(Duration.ofHours(1));
    send("bori", "between");
    assertThat(desk.frame("anna", "send", frame)).isEqualTo(first);
    assertThat(ids(resume("anna", 0))).containsExactly(2L, 3L);
  }

  @Test
  void wakesWhoPolls() {
    try (Valkey valkey = new Valkey(STACK.valkeyEndpoint(), false, Clock.systemUTC())) {
      Wakes wakes = new Wakes(valkey);
      assertThat(wakes.last(SocketDesk.BORI.key())).contains(Wakes.BEGINNING);
      send("anna", "x");
      assertThat(wakes.last(SocketDesk.BORI.key()).orElseThrow()).isNotEqualTo(Wakes.BEGINNING);
    }
  }

  @Test
  @DisplayName("D-C1, D-S11: nobody else reads, writes or acknowledges")
  void dC1_refusesWhoIsNoMember() {
    send("anna", "x");
    assertThat(send("eve", "y").path("message").asText()).isEqualTo("Chat room not found");
    assertThat(resume("eve", 0))
        .hasToString(
            "{\"type\":\"error\",\"room\":5,\"code\":\"C001\","
                + "\"message\":\"Chat room not found\",\"action\":\"resume\"}");
    JsonNode ack = desk.frame("eve", "ack", "{\"action\":\"ack\",\"room\":5,\"id\":2}");
    assertThat(ack.path("message").asText()).isEqualTo("Chat room not found");
    assertThat(ids(resume("bori", 0))).containsExactly(2L);
  }

  @Test
  void refusesEverythingOnceTheTokenHasExpired() {
    AccessToken token = desk.token("anna");
    clock.advance(Duration.ofMinutes(30));
    JsonNode refused =
        desk.frame(token, "send", "{\"action\":\"send\",\"room\":5,\"content\":\"x\"}");
    assertThat(refused.path("code").asText()).isEqualTo("J001");
    assertThat(ids(resume("anna", 0))).isEmpty();
  }

  @Test
  void movesTheCursorThatPollsGoBy() {
    send("anna", "x");
    send("anna", "y");
    CursorTable cursors = new CursorTable(STACK.dynamodb(), STACK.table("CursorTable"));
    assertThat(desk.frame("bori", "ack", "{\"action\":\"ack\",\"room\":5,\"id\":3}"))
        .hasToString("{\"type\":\"acked\",\"room\":5,\"id\":3}");
    assertThat(cursors.find("bori", 5)).contains(new Cursor(SocketDesk.BORI.key(), 5, 3, 3));
    desk.frame("bori", "ack", "{\"action\":\"ack\",\"room\":5,\"id\":2}");
    desk.frame("bori", "ack", "{\"action\":\"ack\",\"room\":5,\"id\":99}");
    assertThat(cursors.find("bori", 5)).contains(new Cursor(SocketDesk.BORI.key(), 5, 3, 3));
  }

  @Test
  void givesWhatWasMissedOfBothMembers() {
    send("anna", "x");
    send("bori", "y");
    JsonNode resumed = resume("bori", 2);
    assertThat(resumed)
        .hasToString(
            "{\"type\":\"resumed\",\"room\":5,\"messages\":[{\"id\":3,\"previous\":2,"
                + "\"content\":\"y\",\"user_id\":\"bori\",\"timestamp\":\"2056-05-01 10:02\"}],"
                + "\"more\":false}");
    assertThat(resume("anna", 2).at("/messages/0/user_id").asText()).isEqualTo("public-bori");
    assertThat(ids(resume("bori", 3))).isEmpty();
  }

  /** Fifteen kilobytes each: six of them fit. */
  @Test
  void givesNoMoreThanAFrameTakes() {
    String long5000 = "가".repeat(4_990);
    LongStream.range(0, 15).forEach(i -> send(i % 2 == 0 ? "anna" : "bori", long5000 + i));
    List<Long> all = new ArrayList<>();
    JsonNode resumed;
    do {
      resumed = resume("bori", all.isEmpty() ? 0 : all.getLast());
      assertThat(resumed.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(128 * 1024);
      assertThat(ids(resumed)).isNotEmpty();
      all.addAll(ids(resumed));
    } while (resumed.path("more").asBoolean());
    assertThat(all).isEqualTo(LongStream.rangeClosed(2, 16).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[1]",
        "{}",
        "{\"action\":7}",
        "{\"action\":\"dance\"}",
        "{\"action\":\"ack\",\"room\":5,\"id\":\"2\"}",
        "{\"action\":\"ack\",\"room\":5,\"id\":-1}",
        "{\"action\":\"resume\",\"room\":5,\"after\":1.5}"
      })
  void refusesWhatItDoesNotKnow(String body) {
    JsonNode refused = desk.frame("anna", "default", body);
    assertThat(refused.path("type").asText()).isEqualTo("error");
    assertThat(refused.path("message").asText()).isEqualTo("Invalid Input");
  }

  @Test
  void limitsAMembersMessagesAsHttpDoes() {
    for (int i = 0; i < 60; i++) {
      // Twenty requests at once, and as many again every three seconds.
      if (i % 20 == 19) {
        clock.advance(Duration.ofSeconds(3));
      }
      assertThat(send("anna", "m" + i).path("type").asText()).isEqualTo("sent");
    }
    clock.advance(Duration.ofMillis(100));
    for (int i = 0; i < 12; i++) {
      send("anna", "n" + i);
    }
    JsonNode refused = send("anna", "too many");
    assertThat(refused.path("code").asText()).isEqualTo("C007");
    assertThat(refused.path("retryAfter").asLong()).isPositive();
  }

  @Test
  @DisplayName("D-S16: no text of an exception reaches a client")
  void dS16_tellsNothingOfOurFailures() {
    SocketDesk broken = new SocketDesk(STACK, clock, Map.of("ROOM_TABLE", "no-such-table"));
    assertThat(broken.frame("anna", "resume", "{\"action\":\"resume\",\"room\":5,\"after\":0}"))
        .hasToString(
            "{\"type\":\"error\",\"room\":5,\"code\":\"C004\",\"message\":\"Server Error\","
                + "\"action\":\"resume\"}");
  }
}
