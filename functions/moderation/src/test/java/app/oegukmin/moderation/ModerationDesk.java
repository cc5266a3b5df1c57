package app.oegukmin.moderation;

import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.MessageTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.FakeClock;
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
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Members, guests and administrators before the function: they send the recorded events. */
final class ModerationDesk {

  static final String[] TABLES = {
    "QuestionTable",
    "AnswerTable",
    "HelpTable",
    "FaqTable",
    "PostTextTable",
    "UserTable",
    "BlockTable",
    "ReportTable",
    "AuditTable",
    "RoomTable",
    "MessageTable"
  };

  /** A guest's uid. */
  static final String GUEST = "";

  /** An administrator's uid. */
  static final String ADMIN = "admin";

  private final Stack stack;
  private final RequestStreamHandler function;
  // Far ahead: DynamoDB Local deletes what has expired by the real clock.
  final FakeClock clock = new FakeClock(Instant.parse("2056-05-01T00:00:00Z"));

  ModerationDesk(Stack stack) {
    this.stack = stack;
    this.function = new ModerationHandler(stack.environment("ModerationFunction"), clock);
  }

  /** A response as the app sees it. */
  record Response(int status, JsonNode body) {

    /** What was asked for. */
    JsonNode content() {
      return body.path("response");
    }

    /** The status and the code of a refusal: {@code 400 C003}. */
    String refusal() {
      return status + " " + body.path("code").asText();
    }
  }

  /** Gives some members accounts. */
  ModerationDesk join(String... uids) {
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

  /** Stores a chat message of anna's to bori, and one before it. */
  void chat(long room, long id) {
    Room of =
        Room.of(
            room, new Seat("anna", "public-anna"), new Seat("bori", "public-bori"), Instant.EPOCH);
    MessageTable messages = new MessageTable(stack.dynamodb(), stack.table("MessageTable"), clock);
    Transaction transaction = new Transaction(stack.dynamodb());
    new RoomTable(stack.dynamodb(), stack.table("RoomTable")).put(transaction, of);
    for (long number = id - 1; number <= id; number++) {
      Message message = new Message(room, number, 0, "글 " + number, clock.instant(), number - 1);
      messages.put(transaction, message, Duration.ofDays(1));
    }
    transaction.write();
  }

  /** Stores a post of anna's as the functions of posts do; an answer hangs on question 7. */
  void store(String kind, long id) {
    boolean answer = kind.equals("answer");
    Map<String, Object> row = new HashMap<>();
    row.put(answer ? "key" : "board", answer ? "question#7" : kind);
    row.put("id", id);
    row.put("title", "제목 " + id);
    row.put("uuid", "public-anna");
    row.put("owner", MemberKey.of("anna"));
    if (answer) {
      row.remove("title");
      Items.put(stack, "AnswerTable", Map.of("key", "answer#" + id, "id", 0, "question", 7));
    }
    Items.put(stack, table(kind), row);
    Items.put(stack, "PostTextTable", Map.of("key", kind + "#" + id, "text", "글 " + id));
  }

  static String table(String kind) {
    return switch (kind) {
      case "question" -> "QuestionTable";
      case "answer" -> "AnswerTable";
      case "help" -> "HelpTable";
      default -> "FaqTable";
    };
  }

  Response report(String uid, String kind, long id, String reason) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("kind", kind).put("id", id);
    return call("moderation-report", uid, body.put("reason", reason).toString());
  }

  Response reportMessage(String uid, long room, long id) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("kind", "message").put("id", id);
    return call("moderation-report", uid, body.put("room", room).put("reason", "욕설").toString());
  }

  Response reports(String uid, long cursor) {
    ObjectNode event = as(uid, recorded("moderation-reports"));
    event.putObject("queryStringParameters").put("cursor", cursor);
    event
        .putObject("multiValueQueryStringParameters")
        .putArray("cursor")
        .add(Long.toString(cursor));
    return call(event);
  }

  Response hide(String uid, String kind, long id, boolean hidden) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("kind", kind).put("id", id);
    body.put("hidden", hidden).put("reason", "욕설");
    return call("moderation-hide", uid, body.toString());
  }

  Response block(String uid, String other) {
    return path("moderation-block", uid, other);
  }

  Response unblock(String uid, String other) {
    return path("moderation-unblock", uid, other);
  }

  Response blocks(String uid) {
    return call(as(uid, recorded("moderation-blocks")));
  }

  private Response path(String event, String uid, String other) {
    ObjectNode recorded = as(uid, recorded(event)).put("path", "/api/block/" + other);
    recorded.withObject("/pathParameters").put("userId", other);
    return call(recorded);
  }

  /** Sends a recorded event with another body. */
  Response call(String event, String uid, String body) {
    return call(as(uid, recorded(event)).put("body", body));
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
          Json.MAPPER.readTree(response.path("body").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
