package app.oegukmin.chat.socket;

import app.oegukmin.shared.chat.Cursor;
import app.oegukmin.shared.chat.CursorTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Members before the WebSocket function: they send the recorded events. */
final class SocketDesk {

  static final String[] TABLES = {
    "RoomTable",
    "MessageTable",
    "CursorTable",
    "SentTable",
    "BlockTable",
    "BanTable",
    "ConnectionTable"
  };

  static final Seat ANNA = new Seat("anna", "public-anna");
  static final Seat BORI = new Seat("bori", "public-bori");

  private final Stack stack;
  private final Clock clock;
  private final WebSocketHandler handler;

  SocketDesk(Stack stack, Clock clock) {
    this(stack, clock, Map.of());
  }

  /** With other values of some variables. */
  SocketDesk(Stack stack, Clock clock, Map<String, String> other) {
    Map<String, String> environment = new HashMap<>(stack.environment("WebSocketFunction"));
    environment.putAll(other);
    this.stack = stack;
    this.clock = clock;
    this.handler = new WebSocketHandler(environment, clock);
  }

  /** Makes a room of Anna and Bori. */
  SocketDesk room(long id) {
    CursorTable cursors = new CursorTable(stack.dynamodb(), stack.table("CursorTable"));
    Transaction transaction = new Transaction(stack.dynamodb());
    new RoomTable(stack.dynamodb(), stack.table("RoomTable"))
        .put(transaction, Room.of(id, ANNA, BORI, clock.instant()));
    cursors.put(transaction, Cursor.of(ANNA.key(), id));
    cursors.put(transaction, Cursor.of(BORI.key(), id));
    transaction.write();
    return this;
  }

  AccessToken token(String uid) {
    return new AccessToken(
        "token-" + uid,
        uid,
        "ROLE_USER",
        false,
        Optional.of("family-" + uid),
        clock.instant().minusSeconds(60),
        clock.instant().plus(Duration.ofMinutes(30)));
  }

  /** The status of a handshake. */
  int connect(AccessToken token, String connection) {
    return connect(token.context(), connection);
  }

  int connect(Map<String, String> context, String connection) {
    return handle("connect", context, connection, null).getStatusCode();
  }

  void disconnect(AccessToken token, String connection) {
    handle("disconnect", token.context(), connection, null);
  }

  /** What a frame of a member is answered with. */
  JsonNode frame(String uid, String route, String body) {
    return frame(token(uid), route, body);
  }

  JsonNode frame(AccessToken token, String route, String body) {
    return json(handle(route, token.context(), "c", body).getBody());
  }

  private APIGatewayV2WebSocketResponse handle(
      String name, Map<String, String> authorizer, String connection, String body) {
    ObjectNode event = (ObjectNode) json(stack.event("websocket-" + name));
    ObjectNode context = event.withObject("/requestContext").put("connectionId", connection);
    context.set("authorizer", Json.MAPPER.valueToTree(authorizer));
    if (body != null) {
      event.put("body", body);
    }
    return handler.handleRequest(
        LambdaJson.read(event.toString(), APIGatewayV2WebSocketEvent.class), null);
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
