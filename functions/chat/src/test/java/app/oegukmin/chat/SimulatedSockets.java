package app.oegukmin.chat;

import app.oegukmin.chat.History.Wanted;
import app.oegukmin.chat.socket.WebSocketHandler;
import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.MessageFrame;
import app.oegukmin.shared.chat.MessageTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.json.Json;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Connections in trouble, as a seed decides: responses are cut; records of the table's stream come
 * late and twice, in the order of their room, and some frames reach nobody.
 */
final class SimulatedSockets {

  /** A connection, as its client sees it. */
  interface Client {
    /** A frame with a message has arrived. */
    void arrives(long room, JsonNode message);
  }

  private final Stack stack;
  private final Random random;
  private final SimulatedServer server;
  private final WebSocketHandler handler;
  private final MessageTable messages;
  private final RoomTable rooms;
  private final Map<String, Client> clients = new HashMap<>();
  private final Map<Long, Room> known = new HashMap<>();
  private final Map<Long, Long> carried = new HashMap<>();

  SimulatedSockets(Stack stack, FakeClock clock, Random random, SimulatedServer server) {
    this.stack = stack;
    this.random = random;
    this.server = server;
    // Without Valkey: who waits for a message of theirs hears of it by the stream alone.
    Map<String, String> environment = new HashMap<>(stack.environment("WebSocketFunction"));
    environment.put("CACHE_ENDPOINT", "");
    this.handler = new WebSocketHandler(environment, clock);
    this.messages = new MessageTable(stack.dynamodb(), stack.table("MessageTable"), clock);
    this.rooms = new RoomTable(stack.dynamodb(), stack.table("RoomTable"));
  }

  void connect(String uid, Client client) {
    clients.put(uid, client);
  }

  /** Carries some records of a room's part of the stream; some of them have been carried before. */
  void carry(long room) {
    Room found = known.computeIfAbsent(room, id -> rooms.find(id).orElseThrow());
    List<String> connected =
        found.seats().stream().map(Seat::uid).filter(clients::containsKey).toList();
    if (connected.isEmpty() || random.nextInt(3) > 0) {
      return;
    }
    long from = Math.max(0, carried.getOrDefault(room, 0L) - random.nextInt(3));
    for (Message message : messages.after(room, from, 1 + random.nextInt(6)).messages()) {
      connected.forEach(uid -> post(uid, message, found));
      carried.merge(room, message.id(), Math::max);
    }
  }

  private void post(String uid, Message message, Room room) {
    if (random.nextInt(5) > 0) {
      JsonNode frame = json(MessageFrame.of(message, room, uid).json());
      clients.get(uid).arrives(message.room(), frame.path("message"));
    }
  }

  /** The response to a message; empty when it was cut. */
  Optional<JsonNode> send(Wanted message) {
    ObjectNode frame = frame("send", message.room());
    frame.put("content", message.text()).put("clientId", message.text());
    JsonNode sent = respond(message.uid(), frame);
    server.written(message);
    return server.cut(sent);
  }

  void acknowledge(String uid, long room, long id) {
    respond(uid, frame("ack", room).put("id", id));
  }

  Optional<JsonNode> resume(String uid, long room, long after) {
    return server.cut(respond(uid, frame("resume", room).put("after", after)));
  }

  private static ObjectNode frame(String action, long room) {
    return Json.MAPPER.createObjectNode().put("action", action).put("room", room);
  }

  private JsonNode respond(String uid, ObjectNode frame) {
    ObjectNode event = (ObjectNode) json(stack.event("websocket-send"));
    ObjectNode context = event.withObject("/requestContext");
    context.put("routeKey", frame.path("action").asText());
    context.withObject("/authorizer").put("userId", uid);
    event.put("body", frame.toString());
    JsonNode response =
        json(
            handler
                .handleRequest(
                    LambdaJson.read(event.toString(), APIGatewayV2WebSocketEvent.class), null)
                .getBody());
    if (response.path("type").asText().equals("error")) {
      throw new AssertionError(response.toString());
    }
    return response;
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
