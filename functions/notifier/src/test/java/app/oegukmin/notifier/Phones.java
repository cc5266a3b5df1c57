package app.oegukmin.notifier;

import app.oegukmin.local.service.FcmServer;
import app.oegukmin.local.service.SsmServer;
import app.oegukmin.local.standin.FaultControl;
import app.oegukmin.shared.chat.Cursor;
import app.oegukmin.shared.chat.CursorTable;
import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.MessageTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.device.Device;
import app.oegukmin.shared.device.DeviceTable;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.work.SendPush;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.FakeEventSource;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import app.oegukmin.testkit.TimeLimit;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A room of Kim and Lee, whose phones FCM reaches, and the function that tells them. */
final class Phones implements AutoCloseable {

  static final String[] TABLES = {
    "RoomTable",
    "MessageTable",
    "CursorTable",
    "BlockTable",
    "ConnectionTable",
    "BanTable",
    "DeviceTable",
    "PushTable",
    "PushQueue"
  };

  static final Instant NOW = Instant.parse("2056-11-22T01:02:03Z");
  static final Seat KIM = new Seat("uid-kim", "public-kim");
  static final Seat LEE = new Seat("uid-lee", "public-lee");
  static final String PHONE = "phone-of-lee:APA91b";

  final FakeClock clock = new FakeClock(NOW);
  final FcmServer fcm;
  final CursorTable cursors;
  final DeviceTable devices;
  final FakeEventSource queue;

  private final Stack stack;
  private final SsmServer ssm;
  private final NotifierHandler handler;
  private final MessageTable messages;
  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private Optional<String> key;
  private int readsOfKey;
  private Duration remaining = Duration.ofMinutes(1);

  Phones(Stack stack) throws IOException {
    this.stack = stack;
    this.fcm = FcmServer.start(clock);
    this.key = Optional.of(fcm.key());
    this.ssm = SsmServer.start(name -> readKey(), clock);
    System.setProperty("aws.endpointUrlSsm", ssm.endpoint().toString());
    this.handler = handler();
    this.queue =
        new FakeEventSource(stack.sqs(), stack.queue("PushQueue"), clock, event -> take(event));
    this.cursors = new CursorTable(stack.dynamodb(), stack.table("CursorTable"));
    this.devices = new DeviceTable(stack.dynamodb(), stack.table("DeviceTable"), clock);
    this.messages = new MessageTable(stack.dynamodb(), stack.table("MessageTable"), clock);
    Transaction transaction = new Transaction(stack.dynamodb());
    new RoomTable(stack.dynamodb(), stack.table("RoomTable"))
        .put(transaction, Room.of(5, KIM, LEE, NOW));
    cursors.put(transaction, Cursor.of(LEE.key(), 5));
    transaction.write();
  }

  private Optional<String> readKey() {
    readsOfKey++;
    return key;
  }

  private NotifierHandler handler() {
    Map<String, String> environment = new HashMap<>(stack.environment("NotifierFunction"));
    environment.put("FCM_URL", fcm.uri().toString());
    return new NotifierHandler(
        environment, clock, new PrintStream(metrics, true, StandardCharsets.UTF_8));
  }

  /** What the operator puts from now on. */
  void key(Optional<String> next) {
    key = next;
  }

  int readsOfKey() {
    return readsOfKey;
  }

  void remaining(Duration time) {
    remaining = time;
  }

  String metrics() {
    return metrics.toString(StandardCharsets.UTF_8);
  }

  /** Makes FCM fail as {@code make fail} does. */
  void fail(String how, String time) {
    new FaultControl(List.of(fcm.standIn())).inject("fcm", how, time);
  }

  AccessToken signIn(Seat seat) {
    return new AccessToken(
        "token",
        seat.uid(),
        "ROLE_USER",
        true,
        Optional.of("family"),
        clock.instant().minusSeconds(9),
        clock.instant().plusSeconds(600));
  }

  void register(Seat seat, String token, Language language, boolean showText) {
    Transaction transaction = new Transaction(stack.dynamodb());
    devices.put(transaction, Device.of(signIn(seat), token, language, showText, clock.instant()));
    transaction.write();
  }

  /** Kim writes, and nobody takes it; a push is due. */
  void write(long id, String text) {
    Transaction transaction = new Transaction(stack.dynamodb());
    messages.put(
        transaction, new Message(5, id, 0, text, clock.instant(), id - 1), Duration.ofDays(730));
    transaction.write();
    push(id);
  }

  void push(long id) {
    queue.send(List.of(WorkJson.write(new SendPush(LEE.uid(), 5, id))));
  }

  String take(String event) {
    return LambdaJson.write(
        handler.handleRequest(LambdaJson.read(event, SQSEvent.class), new TimeLimit(remaining)));
  }

  /** What phones show, in order. */
  List<String> shown() {
    return fcm.pushes().stream().map(push -> push.at("/notification/body").asText()).toList();
  }

  JsonNode last() {
    return fcm.pushes().getLast();
  }

  @Override
  public void close() {
    ssm.close();
    fcm.close();
  }
}
