package app.oegukmin.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.connection.Connection;
import app.oegukmin.shared.connection.ConnectionTable;
import app.oegukmin.shared.device.Device;
import app.oegukmin.shared.device.DeviceTable;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.work.PushWork;
import app.oegukmin.shared.work.SendPush;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class FanOutHandlerTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of("RoomTable", "ConnectionTable", "BanTable", "DeviceTable", "PushQueue");

  private static final Instant NOW = Instant.parse("2056-11-22T01:02:03Z");
  private static final Seat KIM = new Seat("uid-kim", "public-kim");
  private static final Seat LEE = new Seat("uid-lee", "public-lee");

  private final FakeClock clock = new FakeClock(NOW);
  private final FakeConnections connections = new FakeConnections();
  private final ConnectionTable table =
      new ConnectionTable(STACK.dynamodb(), STACK.table("ConnectionTable"), clock);
  private final Map<String, String> environment =
      new HashMap<>(STACK.environment("FanOutFunction"));
  private final ArrayNode records = Json.MAPPER.createArrayNode();

  @BeforeEach
  void makeRoom() {
    STACK.clear();
    environment.put("SOCKET_ENDPOINT", connections.uri().toString());
    RoomTable rooms = new RoomTable(STACK.dynamodb(), STACK.table("RoomTable"));
    Transaction transaction = new Transaction(STACK.dynamodb());
    rooms.put(transaction, Room.of(5, KIM, LEE, NOW));
    rooms.put(transaction, Room.of(6, KIM, Seat.LEFT, NOW));
    transaction.write();
  }

  @AfterEach
  void stop() {
    connections.close();
  }

  private void connect(Seat seat, String id) {
    connect(seat, id, Duration.ofMinutes(5));
  }

  private void connect(Seat seat, String id, Duration tokenLives) {
    table.add(Connection.of(token(seat, id, tokenLives), id, clock.instant()));
  }

  private static AccessToken token(Seat seat, String id) {
    return token(seat, id, Duration.ofMinutes(5));
  }

  private static AccessToken token(Seat seat, String id, Duration lives) {
    return new AccessToken(
        "token-" + id,
        seat.uid(),
        "ROLE_USER",
        false,
        Optional.of("family-" + id),
        NOW,
        NOW.plus(lives));
  }

  private void message(long room, long id, int sender) {
    ObjectNode image = change("MESSAGE_TABLE").putObject("NewImage");
    image.putObject("room").put("N", Long.toString(room));
    image.putObject("id").put("N", Long.toString(id));
    image.putObject("sender").put("N", Integer.toString(sender));
    image.putObject("content").put("S", "안녕 " + id);
    image.putObject("date").put("N", Long.toString(NOW.toEpochMilli()));
    image.putObject("previous").put("N", Long.toString(id - 1));
    image.putObject("expires").put("N", Long.toString(NOW.getEpochSecond() + 9));
  }

  private void ban(Seat seat, String name) {
    ObjectNode keys = change("BAN_TABLE").putObject("Keys");
    keys.putObject("member").put("S", MemberKey.of(seat.uid()));
    keys.putObject("ban").put("S", name);
  }

  private ObjectNode change(String variable) {
    ObjectNode record = records.addObject();
    record.put("eventName", "INSERT");
    record.put(
        "eventSourceARN",
        "arn:aws:dynamodb:r:0:table/%s/stream/s".formatted(environment.get(variable)));
    return record.putObject("dynamodb").put("SequenceNumber", Integer.toString(records.size() - 1));
  }

  private List<String> handle() {
    ObjectNode event = Json.MAPPER.createObjectNode();
    event.set("Records", records);
    return handle(event.toString());
  }

  private List<String> handle(String event) {
    return new FanOutHandler(environment, clock)
            .handleRequest(LambdaJson.read(event, DynamodbEvent.class), null)
            .getBatchItemFailures()
            .stream()
            .map(BatchItemFailure::getItemIdentifier)
            .toList();
  }

  private List<Long> ids(String connection) {
    return connections.taken(connection).stream()
        .map(FanOutHandlerTest::json)
        .map(frame -> frame.at("/message/id").asLong())
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private List<PushWork> pushes() {
    return STACK.take("PushQueue").stream()
        .map(body -> WorkJson.read(body, PushWork.class))
        .toList();
  }

  @Test
  void writesToEveryConnectionOfBothInTheOrderOfTheRoom() {
    connect(KIM, "k1");
    connect(KIM, "k2");
    connect(LEE, "l1");
    message(5, 2, 0);
    message(5, 3, 1);
    message(5, 4, 0);
    assertThat(handle()).isEmpty();
    assertThat(List.of("k1", "k2", "l1"))
        .allSatisfy(id -> assertThat(ids(id)).containsExactly(2L, 3L, 4L));
    assertThat(pushes()).isEmpty();
  }

  @Test
  void saysToEachReaderWhoWrote() {
    connect(KIM, "k1");
    connect(LEE, "l1");
    message(5, 2, 0);
    handle();
    assertThat(connections.taken("k1"))
        .containsExactly(
            "{\"type\":\"message\",\"room\":5,\"message\":{\"id\":2,\"previous\":1,"
                + "\"content\":\"안녕 2\",\"user_id\":\"uid-kim\","
                + "\"timestamp\":\"2056-11-22 10:02\"}}");
    assertThat(json(connections.taken("l1").getFirst()).at("/message/user_id").asText())
        .isEqualTo("public-kim");
  }

  @Test
  void leavesToThePusherWhatNobodyHasTaken() {
    connect(KIM, "k1");
    connect(LEE, "l1");
    connections.respond("l1", 410);
    message(5, 2, 0);
    message(5, 3, 0);
    assertThat(handle()).isEmpty();
    assertThat(table.of(LEE.key())).isEmpty();
    assertThat(table.of(KIM.key())).hasSize(1);
    assertThat(pushes())
        .containsExactlyInAnyOrder(new SendPush("uid-lee", 5, 2), new SendPush("uid-lee", 5, 3));
  }

  @Test
  void writesNothingToAConnectionWhoseTokenHasExpired() {
    connect(LEE, "l1", Duration.ofMinutes(1));
    connect(LEE, "l2", Duration.ofMinutes(2));
    clock.advance(Duration.ofMinutes(1));
    message(5, 2, 0);
    assertThat(handle()).isEmpty();
    assertThat(ids("l1")).isEmpty();
    assertThat(connections.closed()).containsExactly("l1");
    assertThat(table.of(LEE.key())).extracting(Connection::id).containsExactly("l2");
    assertThat(ids("l2")).containsExactly(2L);
    assertThat(pushes()).isEmpty();
  }

  @Test
  void triesAgainFromTheMessageThatAConnectionDidNotTake() {
    connect(LEE, "l1");
    connect(LEE, "l2");
    message(5, 2, 0);
    handle();
    connections.respond("l1", 500);
    message(5, 3, 0);
    message(5, 4, 0);
    assertThat(handle()).containsExactly("0");
    assertThat(ids("l2")).as("the others do not wait").containsExactly(2L, 2L);
    connections.respond("l1", 200);
    assertThat(handle()).isEmpty();
    assertThat(ids("l1")).containsExactly(2L, 2L, 3L, 4L);
    assertThat(pushes()).isEmpty();
  }

  @Test
  void writesToNobodyWhoHasLeft() {
    connect(KIM, "k1");
    message(6, 2, 0);
    message(7, 2, 0);
    assertThat(handle()).isEmpty();
    assertThat(ids("k1")).containsExactly(2L);
    assertThat(pushes()).isEmpty();
  }

  @Test
  void pushesAllWhereThereIsNoWebSocketApi() {
    environment.put("SOCKET_ENDPOINT", "");
    message(5, 2, 1);
    assertThat(handle()).isEmpty();
    assertThat(pushes()).containsExactly(new SendPush("uid-kim", 5, 2));
  }

  @Test
  void closesWhatABanCovers() {
    connect(KIM, "k1");
    connect(KIM, "k2");
    connect(LEE, "l1");
    ban(KIM, "family#family-k1");
    ban(KIM, "token#other");
    assertThat(handle()).isEmpty();
    assertThat(connections.closed()).containsExactly("k1");
    ban(KIM, "user");
    assertThat(handle()).isEmpty();
    assertThat(connections.closed()).containsExactly("k1", "k2");
    assertThat(table.of(KIM.key())).isEmpty();
    assertThat(table.of(LEE.key())).hasSize(1);
  }

  @Test
  void removesThePhonesThatABanCovers() {
    DeviceTable devices = new DeviceTable(STACK.dynamodb(), STACK.table("DeviceTable"), clock);
    Transaction transaction = new Transaction(STACK.dynamodb());
    devices.put(transaction, Device.of(token(KIM, "k1"), "a", Language.KO, false, NOW));
    devices.put(transaction, Device.of(token(KIM, "k2"), "b", Language.KO, false, NOW));
    transaction.write();
    new BanTable(STACK.dynamodb(), STACK.table("BanTable"))
        .put(Ban.family(KIM.uid(), "family-k1", NOW.plusSeconds(60)));
    ban(KIM, "family#family-k1");
    assertThat(handle()).isEmpty();
    assertThat(devices.of(KIM.key())).extracting(Device::token).containsExactly("b");
  }

  @Test
  void takesTheRecordedEvents() {
    connect(KIM, "k1");
    assertThat(handle(STACK.event("fanout-messages"))).isEmpty();
    assertThat(ids("k1")).containsExactly(42L);
    assertThat(handle(STACK.event("fanout-bans"))).isEmpty();
  }
}
