package app.oegukmin.bench;

import app.oegukmin.engines.Clients;
import app.oegukmin.engines.Tables;
import app.oegukmin.shared.json.Json;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Pairs of members who chat: {@code a0} with {@code b0}, and so on, each in a room of its own. */
final class Chats {

  private static final List<String> TABLES =
      List.of("Room", "Message", "Cursor", "Pair", "Sent", "User", "Block", "Ticket", "Device");

  private final Path root;

  private Chats(Path root) {
    this.root = root;
  }

  /** Makes the template's tables and gives the members of some pairs accounts. */
  static Chats seed(Path root, URI endpoint, int pairs) throws IOException {
    DynamoDbClient client = Clients.dynamodb(endpoint);
    LocalNames names = new LocalNames("", URI.create("http://sqs.invalid"));
    Template template =
        Template.read(root.resolve("template.yaml"), Map.of("Local", "true"), names);
    Tables.createMissing(client, template.tables());
    for (int pair = 0; pair < pairs; pair++) {
      for (String uid : List.of("a" + pair, "b" + pair)) {
        put(client, Map.of("key", "user#" + uid, "id", uid, "publicId", "public-" + uid));
        put(client, Map.of("key", "public#public-" + uid, "id", uid));
      }
    }
    return new Chats(root);
  }

  private static void put(DynamoDbClient client, Map<String, String> values) {
    Map<String, AttributeValue> item = new HashMap<>();
    Map.of("name", "린", "country", "Vietnam", "major", "-", "role", "ROLE_USER")
        .forEach((name, value) -> item.put(name, AttributeValue.fromS(value)));
    values.forEach((name, value) -> item.put(name, AttributeValue.fromS(value)));
    client.putItem(put -> put.tableName("UserTable").item(item));
  }

  /** The variables of both functions. */
  static Map<String, String> environment(int redis, int waiters, int seconds) {
    Map<String, String> variables = new HashMap<>();
    TABLES.forEach(
        table -> variables.put(table.toUpperCase(Locale.ROOT) + "_TABLE", table + "Table"));
    variables.put("CHAT_RETENTION_DAYS", "730");
    variables.put("CHAT_WAKE", "block");
    variables.put("CHAT_WAITERS", Integer.toString(waiters));
    variables.put("CHAT_WAIT_SECONDS", Integer.toString(seconds));
    variables.put("CACHE_ENDPOINT", "127.0.0.1:" + redis);
    variables.put("CACHE_TLS", "false");
    return variables;
  }

  /** The room of a pair, made if need be. */
  long room(RequestStreamHandler chat, int pair) throws IOException {
    byte[] event = event("chat-connect", "a" + pair, Map.of("user_id", "public-b" + pair), "");
    return call(chat, event).path("response").path("chat_room_id").asLong();
  }

  byte[] send(int pair, long room, String text) throws IOException {
    String body = Json.MAPPER.createObjectNode().put("content", text).toString();
    return event("chat-send", "a" + pair, Map.of("chat_id", Long.toString(room)), body);
  }

  byte[] poll(int pair, long room, long id) throws IOException {
    Map<String, String> path =
        Map.of("chat_id", Long.toString(room), "message_id", Long.toString(id));
    return event("chatpoll-room", "b" + pair, path, "");
  }

  byte[] list(int pair) throws IOException {
    return event("chat-list", "b" + pair, Map.of(), "");
  }

  private byte[] event(String name, String uid, Map<String, String> path, String body)
      throws IOException {
    Path file = root.resolve("events/" + name + ".json");
    ObjectNode event = (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
    event.withObject("/requestContext/authorizer").put("userId", uid);
    String filled = event.path("resource").asText();
    for (Map.Entry<String, String> value : path.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    event.put("path", filled);
    return Json.MAPPER.writeValueAsBytes(body.isEmpty() ? event : event.put("body", body));
  }

  /** The body of a response, whatever its status. */
  static JsonNode call(RequestStreamHandler function, byte[] event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(event), output, null);
    JsonNode response = Json.MAPPER.readTree(output.toByteArray());
    if (response.path("statusCode").asInt() >= 500) {
      throw new IllegalStateException(response.toString());
    }
    return Json.MAPPER.readTree(response.path("body").asText());
  }
}
