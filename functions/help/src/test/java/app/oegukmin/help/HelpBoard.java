package app.oegukmin.help;

import app.oegukmin.shared.block.Block;
import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Accounts;
import app.oegukmin.testkit.ApiFunction;
import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Members, guests and administrators before the function: they send the recorded events. */
final class HelpBoard {

  static final String[] TABLES = {
    "HelpTable", "PostTextTable", "SubmissionTable", "UserTable", "BlockTable", "AuditTable"
  };

  /** A guest's uid. */
  static final String GUEST = ApiFunction.GUEST;

  /** An administrator's uid. */
  static final String ADMIN = ApiFunction.ADMIN;

  private final Stack stack;
  private final ApiFunction function;

  HelpBoard(Stack stack) {
    this(stack, stack.environment("HelpFunction"));
  }

  HelpBoard(Stack stack, Map<String, String> environment) {
    this.stack = stack;
    HelpHandler handler = new HelpHandler(environment);
    this.function =
        new ApiFunction((event, response) -> handler.handleRequest(event, response, null));
  }

  /** Gives some members accounts. */
  HelpBoard join(String... uids) {
    Accounts.join(stack, uids);
    return this;
  }

  /** A new article; its id. */
  long write(String uid, String title, int helper) {
    ApiResponse response = create(uid, body(title, "본문 " + title, helper));
    if (response.status() != 200) {
      throw new AssertionError(response.toString());
    }
    return response.content().path("id").asLong();
  }

  static String body(String title, String text, int helper) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("title", title).put("context", text);
    return body.put("author", "가짜").putNull("country").put("isHelper", helper).toString();
  }

  ApiResponse create(String uid, String body) {
    return call("help-create", uid, body);
  }

  ApiResponse read(String uid, long id) {
    return call("help-read", uid, id);
  }

  /** A page of a list that is filtered by more members of the body. */
  ApiResponse list(String uid, long cursor, String more) {
    return call("help-list", uid, "{\"cursorId\":%d%s}".formatted(cursor, more));
  }

  ApiResponse list(String uid) {
    return list(uid, 0, "");
  }

  ApiResponse done(String uid, long id) {
    return call("help-done", uid, id);
  }

  ApiResponse update(String uid, long id, String more) {
    return call(
        "help-update",
        uid,
        "{\"id\":%d,\"title\":\"새 제목\",\"context\":\"새 글\"%s}".formatted(id, more));
  }

  ApiResponse erase(String uid, long id) {
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
  ApiResponse call(String event, String uid, String body) {
    return function.call(event, uid, body);
  }

  private ApiResponse call(String event, String uid, long id) {
    return function.call(event, uid, id);
  }
}
