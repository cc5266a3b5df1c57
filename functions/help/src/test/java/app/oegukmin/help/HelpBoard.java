package app.oegukmin.help;

import app.oegukmin.shared.block.Block;
import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Members, guests and administrators before the function: they send the recorded events. */
final class HelpBoard {

  static final String[] TABLES = {
    "HelpTable", "PostTextTable", "SubmissionTable", "UserTable", "BlockTable", "AuditTable"
  };

  /** A guest's uid. */
  static final String GUEST = "";

  /** An administrator's uid. */
  static final String ADMIN = "admin";

  private final Stack stack;
  private final RequestStreamHandler function;

  HelpBoard(Stack stack) {
    this(stack, stack.environment("HelpFunction"));
  }

  HelpBoard(Stack stack, Map<String, String> environment) {
    this.stack = stack;
    this.function = new HelpHandler(environment);
  }

  /** A response as the app sees it. */
  record Response(int status, JsonNode headers, JsonNode body) {

    /** What was asked for. */
    JsonNode content() {
      return body.path("response");
    }

    /** The status and the code of a refusal: {@code 400 C003}. */
    String refusal() {
      return status + " " + body.path("code").asText();
    }

    /** The titles of a list. */
    List<String> titles() {
      return content().path("helpList").findValuesAsText("title");
    }
  }

  /** Gives some members accounts. */
  HelpBoard join(String... uids) {
    Stream.of(uids).forEach(this::join);
    return this;
  }

  private void join(String uid) {
    String id = "public-" + uid;
    Map<String, String> account =
        Map.of(
            "key",
            "user#" + uid,
            "id",
            uid,
            "publicId",
            id,
            "name",
            "이름 " + uid,
            "country",
            "Vietnam",
            "major",
            "소프트웨어학부",
            "role",
            "ROLE_USER");
    Items.put(stack, "UserTable", account);
    Items.put(stack, "UserTable", Map.of("key", "public#" + id, "id", uid));
  }

  /** A new article; its id. */
  long write(String uid, String title, int helper) {
    Response response = create(uid, body(title, "본문 " + title, helper));
    if (response.status() != 200) {
      throw new AssertionError(response.toString());
    }
    return response.content().path("id").asLong();
  }

  static String body(String title, String text, int helper) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("title", title).put("context", text);
    return body.put("author", "가짜").putNull("country").put("isHelper", helper).toString();
  }

  Response create(String uid, String body) {
    return call("help-create", uid, body);
  }

  Response read(String uid, long id) {
    return call("help-read", uid, id);
  }

  /** A page of a list that is filtered by more members of the body. */
  Response list(String uid, long cursor, String more) {
    return call("help-list", uid, "{\"cursorId\":%d%s}".formatted(cursor, more));
  }

  Response list(String uid) {
    return list(uid, 0, "");
  }

  Response done(String uid, long id) {
    return call("help-done", uid, id);
  }

  Response update(String uid, long id, String more) {
    return call(
        "help-update",
        uid,
        "{\"id\":%d,\"title\":\"새 제목\",\"context\":\"새 글\"%s}".formatted(id, more));
  }

  Response erase(String uid, long id) {
    return call("help-erase", uid, id);
  }

  /** One member sees nothing of another from now on. */
  void block(String uid, String other) {
    new BlockTable(stack.dynamodb(), stack.table("BlockTable"))
        .put(new Block(MemberKey.of(uid), MemberKey.of(other), "public-" + other, "then"));
  }

  /** Hides an article, as another function does. */
  void hide(long id) {
    stack
        .dynamodb()
        .updateItem(
            update ->
                update
                    .tableName(stack.table("HelpTable"))
                    .key(Items.item(Map.of("board", "help", "id", id)))
                    .updateExpression("SET #hidden = :true")
                    .expressionAttributeNames(Map.of("#hidden", "hidden"))
                    .expressionAttributeValues(Map.of(":true", AttributeValue.fromBool(true))));
  }

  /** Sends a recorded event with another body. */
  Response call(String event, String uid, String body) {
    return call(as(uid, recorded(event)).put("body", body));
  }

  private Response call(String event, String uid, long id) {
    ObjectNode recorded = as(uid, recorded(event));
    String text = Long.toString(id);
    recorded.putObject("queryStringParameters").put("id", text);
    recorded.putObject("multiValueQueryStringParameters").putArray("id").add(text);
    return call(recorded);
  }

  private static ObjectNode recorded(String name) {
    Path file = Path.of(System.getProperty("project.root"), "events", name + ".json");
    try {
      return (ObjectNode) Json.MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode as(String uid, ObjectNode event) {
    ObjectNode caller = event.withObject("/requestContext").putObject("authorizer");
    if (!uid.isEmpty()) {
      caller.put("userId", uid).put("role", uid.equals(ADMIN) ? "ROLE_ADMIN" : "ROLE_USER");
    }
    return event;
  }

  private Response call(ObjectNode event) {
    try {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      byte[] input = Json.MAPPER.writeValueAsBytes(event);
      function.handleRequest(new ByteArrayInputStream(input), output, null);
      JsonNode response = Json.MAPPER.readTree(output.toByteArray());
      return new Response(
          response.path("statusCode").asInt(),
          response.path("multiValueHeaders"),
          Json.MAPPER.readTree(response.path("body").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
