package app.oegukmin.moderation;

import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.MessageTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Accounts;
import app.oegukmin.testkit.ApiFunction;
import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  static final String GUEST = ApiFunction.GUEST;

  /** An administrator's uid. */
  static final String ADMIN = ApiFunction.ADMIN;

  private final Stack stack;
  private final ApiFunction function;
  // Far ahead: DynamoDB Local deletes what has expired by the real clock.
  final FakeClock clock = new FakeClock(Instant.parse("2056-05-01T00:00:00Z"));

  ModerationDesk(Stack stack) {
    this.stack = stack;
    ModerationHandler handler =
        new ModerationHandler(stack.environment("ModerationFunction"), clock);
    this.function =
        new ApiFunction((event, response) -> handler.handleRequest(event, response, null));
  }

  /** Gives some members accounts. */
  ModerationDesk join(String... uids) {
    Accounts.join(stack, uids);
    return this;
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
    if (kind.equals("question") || kind.equals("faq")) {
      row.put("pictures", List.of(Map.of("screen", "public/a.jpg", "thumbnail", "public/b.jpg")));
    }
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

  ApiResponse report(String uid, String kind, long id, String reason) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("kind", kind).put("id", id);
    return call("moderation-report", uid, body.put("reason", reason).toString());
  }

  ApiResponse reportMessage(String uid, long room, long id) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("kind", "message").put("id", id);
    return call("moderation-report", uid, body.put("room", room).put("reason", "욕설").toString());
  }

  ApiResponse reports(String uid, long cursor) {
    return function.call("moderation-reports", uid, Map.of("cursor", Long.toString(cursor)));
  }

  ApiResponse hide(String uid, String kind, long id, boolean hidden) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("kind", kind).put("id", id);
    body.put("hidden", hidden).put("reason", "욕설");
    return call("moderation-hide", uid, body.toString());
  }

  ApiResponse block(String uid, String other) {
    return path("moderation-block", uid, other);
  }

  ApiResponse unblock(String uid, String other) {
    return path("moderation-unblock", uid, other);
  }

  ApiResponse blocks(String uid) {
    return function.send(ApiFunction.recorded("moderation-blocks", uid));
  }

  private ApiResponse path(String event, String uid, String other) {
    ObjectNode recorded = ApiFunction.recorded(event, uid).put("path", "/api/block/" + other);
    recorded.withObject("/pathParameters").put("userId", other);
    return function.send(recorded);
  }

  /** Sends a recorded event with another body. */
  ApiResponse call(String event, String uid, String body) {
    return function.call(event, uid, body);
  }
}
