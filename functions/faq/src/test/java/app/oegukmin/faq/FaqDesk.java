package app.oegukmin.faq;

import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.faq.Faq;
import app.oegukmin.shared.faq.FaqTable;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.post.Picture;
import app.oegukmin.shared.post.PostTextTable;
import app.oegukmin.testkit.ApiFunction;
import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Guests, members and administrators before the function: they send the recorded events. */
final class FaqDesk {

  static final String[] TABLES = {"FaqTable", "PostTextTable", "AuditTable"};

  /** A guest's uid. */
  static final String GUEST = ApiFunction.GUEST;

  /** An administrator's uid. */
  static final String ADMIN = ApiFunction.ADMIN;

  private final Stack stack;
  private final ApiFunction function;
  private final FaqTable table;
  private final PostTextTable texts;

  FaqDesk(Stack stack) {
    this(stack, Clock.systemUTC());
  }

  FaqDesk(Stack stack, Clock clock) {
    this.stack = stack;
    FaqHandler handler = new FaqHandler(stack.environment("FaqFunction"), clock);
    this.function =
        new ApiFunction((event, response) -> handler.handleRequest(event, response, null));
    this.table = new FaqTable(stack.dynamodb(), stack.table("FaqTable"));
    this.texts = new PostTextTable(stack.dynamodb(), stack.table("PostTextTable"));
  }

  /** Stores an entry as the function that takes pictures does. */
  void store(long id, String title, String language, String tag) {
    List<Picture> pictures =
        List.of(new Picture("public/faq/" + id + "/a.jpg", "public/faq/" + id + "/b.jpg"));
    String then = "2026-05-01T09:00:00";
    Transaction transaction = new Transaction(stack.dynamodb());
    table.put(transaction, new Faq(id, title, "운영자", tag, language, then, then, pictures));
    texts.put(transaction, Faq.key(id), "질문 " + title);
    texts.put(transaction, Faq.answerKey(id), "답 " + title);
    transaction.write();
  }

  /** Hides an entry, as another function does. */
  void hide(long id) {
    stack
        .dynamodb()
        .updateItem(
            update ->
                update
                    .tableName(stack.table("FaqTable"))
                    .key(Items.item(Map.of("board", "faq", "id", id)))
                    .updateExpression("SET #hidden = :true")
                    .expressionAttributeNames(Map.of("#hidden", "hidden"))
                    .expressionAttributeValues(Map.of(":true", AttributeValue.fromBool(true))));
  }

  ApiResponse read(long id) {
    return call("faq-read", GUEST, id);
  }

  /** A page of a list that is filtered by more members of the body. */
  ApiResponse list(long cursor, String more) {
    return call("faq-list", GUEST, "{\"cursorId\":%d%s}".formatted(cursor, more));
  }

  ApiResponse update(String uid, long id) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("id", id).put("title", "새 제목");
    body.put("question", "새 질문").put("answer", "새 답").put("language", "ZH").put("tag", "새 태그");
    return call("faq-update", uid, body.toString());
  }

  ApiResponse erase(String uid, long id) {
    return call("faq-erase", uid, id);
  }

  /** Sends a recorded event with another body. */
  ApiResponse call(String event, String uid, String body) {
    return function.call(event, uid, body);
  }

  private ApiResponse call(String event, String uid, long id) {
    return function.call(event, uid, id);
  }
}
