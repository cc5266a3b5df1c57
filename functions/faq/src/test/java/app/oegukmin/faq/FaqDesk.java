package app.oegukmin.faq;

import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.faq.Faq;
import app.oegukmin.shared.faq.FaqTable;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.post.Picture;
import app.oegukmin.shared.post.PostTextTable;
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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Guests, members and administrators before the function: they send the recorded events. */
final class FaqDesk {

  static final String[] TABLES = {"FaqTable", "PostTextTable", "AuditTable"};

  /** A guest's uid. */
  static final String GUEST = "";

  /** An administrator's uid. */
  static final String ADMIN = "admin";

  private final Stack stack;
  private final RequestStreamHandler function;
  private final FaqTable table;
  private final PostTextTable texts;

  FaqDesk(Stack stack) {
    this.stack = stack;
    this.function = new FaqHandler(stack.environment("FaqFunction"));
    this.table = new FaqTable(stack.dynamodb(), stack.table("FaqTable"));
    this.texts = new PostTextTable(stack.dynamodb(), stack.table("PostTextTable"));
  }

  /** A response as a client sees it. */
  record Response(int status, JsonNode body) {

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
      return content().path("faqList").findValuesAsText("title");
    }
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

  Response read(long id) {
    return call("faq-read", GUEST, id);
  }

  /** A page of a list that is filtered by more members of the body. */
  Response list(long cursor, String more) {
    return call("faq-list", GUEST, "{\"cursorId\":%d%s}".formatted(cursor, more));
  }

  Response update(String uid, long id) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("id", id).put("title", "새 제목");
    body.put("question", "새 질문").put("answer", "새 답").put("language", "ZH").put("tag", "새 태그");
    return call("faq-update", uid, body.toString());
  }

  Response erase(String uid, long id) {
    return call("faq-erase", uid, id);
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
          Json.MAPPER.readTree(response.path("body").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
