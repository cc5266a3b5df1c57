package app.oegukmin.chat;

import app.oegukmin.shared.block.Block;
import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Accounts;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Members before the functions of chat: they send the recorded events. One thread has one desk. */
final class ChatDesk {

  static final String[] TABLES = {
    "RoomTable", "MessageTable", "CursorTable", "PairTable", "SentTable", "UserTable", "BlockTable"
  };

  private final Stack stack;
  private final RequestStreamHandler chat;

  ChatDesk(Stack stack) {
    this(stack, stack.environment("ChatFunction"), Clock.systemUTC());
  }

  ChatDesk(Stack stack, Clock clock) {
    this(stack, stack.environment("ChatFunction"), clock);
  }

  ChatDesk(Stack stack, Map<String, String> environment, Clock clock) {
    this.stack = stack;
    this.chat = new ChatHandler(environment, clock);
  }

  /** A desk whose sends wake nobody. */
  static ChatDesk withoutValkey(Stack stack, Clock clock) {
    Map<String, String> environment = new HashMap<>(stack.environment("ChatFunction"));
    environment.put("CACHE_ENDPOINT", "");
    return new ChatDesk(stack, environment, clock);
  }

  /** A response as the app sees it. */
  record Response(int status, JsonNode body) {

    /** What was asked for. */
    JsonNode content() {
      return body.path("response");
    }

    String message() {
      return body.path("message").asText();
    }

    /** The status and the text of a refusal: {@code 400 Chat room not found}. */
    String refusal() {
      return status + " " + message();
    }

    /** The ids of messages. */
    List<Long> ids() {
      return StreamSupport.stream(content().path("messages").spliterator(), false)
          .map(message -> message.path("id").asLong())
          .toList();
    }

    /** The texts of messages. */
    List<String> texts() {
      return content().path("messages").findValuesAsText("content");
    }
  }

  /** Gives some members accounts. */
  ChatDesk join(String... uids) {
    Accounts.join(stack, uids);
    return this;
  }

  /** One member sees nothing of another from now on. */
  void block(String uid, String other) {
    new BlockTable(stack.dynamodb(), stack.table("BlockTable"))
        .put(new Block(MemberKey.of(uid), MemberKey.of(other), "public-" + other, "then"));
  }

  Response connect(String uid, String partner) {
    return call("chat-connect", uid, Map.of("user_id", partner));
  }

  /** The room of two members, made if need be. */
  long room(String uid, String partner) {
    Response response = connect(uid, "public-" + partner);
    if (response.status() > 201) {
      throw new AssertionError(response.toString());
    }
    return response.content().path("chat_room_id").asLong();
  }

  Response list(String uid) {
    return call("chat-list", uid, Map.of());
  }

  /** The first room of the list. */
  JsonNode first(String uid) {
    return list(uid).content().path("rooms").path(0);
  }

  Response sendBody(String uid, Object room, String body) {
    ObjectNode event = as(uid, recorded("chat-send"), Map.of("chat_id", room.toString()));
    return call(chat, event.put("body", body));
  }

  Response send(String uid, long room, String text) {
    return sendBody(uid, room, Json.MAPPER.createObjectNode().put("content", text).toString());
  }

  Response send(String uid, long room, String text, String clientId) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("content", text).put("clientId", clientId);
    return sendBody(uid, room, body.toString());
  }

  /** Sends some messages; the last one's id. */
  long sendMany(String uid, long room, int count) {
    return IntStream.range(0, count)
        .mapToLong(i -> send(uid, room, "글 " + i).content().path("id").asLong())
        .max()
        .orElseThrow();
  }

  Response joinRoom(String uid, Object room, Object message) {
    return call(
        "chat-join", uid, Map.of("chat_id", room.toString(), "message_id", message.toString()));
  }

  Response history(String uid, long room, String before) {
    ObjectNode event = as(uid, recorded("chat-history"), Map.of("chat_id", Long.toString(room)));
    event.putObject("queryStringParameters").put("before", before);
    event.putObject("multiValueQueryStringParameters").putArray("before").add(before);
    return call(chat, event);
  }

  private Response call(String event, String uid, Map<String, String> path) {
    return call(chat, as(uid, recorded(event), path));
  }

  static ObjectNode recorded(String name) {
    Path file = Path.of(System.getProperty("project.root"), "events", name + ".json");
    try {
      return (ObjectNode) Json.MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A recorded event of a member with other values in its path. */
  static ObjectNode as(String uid, ObjectNode event, Map<String, String> path) {
    event
        .withObject("/requestContext")
        .putObject("authorizer")
        .put("userId", uid)
        .put("role", "ROLE_USER");
    String filled = event.path("resource").asText();
    for (Map.Entry<String, String> value : path.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
      event.withObject("/pathParameters").put(value.getKey(), value.getValue());
    }
    return event.put("path", filled);
  }

  static Response call(RequestStreamHandler function, ObjectNode event) {
    try {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      byte[] input = Json.MAPPER.writeValueAsBytes(event);
      function.handleRequest(new ByteArrayInputStream(input), output, null);
      JsonNode response = Json.MAPPER.readTree(output.toByteArray());
      return new Response(
          response.path("statusCode").asInt(),
          Json.MAPPER.readTree(response.path("body").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
