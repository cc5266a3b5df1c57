package app.oegukmin.qna;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.valkey.Valkey;
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
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

/** Members, guests and administrators before the function: they send the recorded events. */
final class Campus {

  static final String[] TABLES = {
    "QuestionTable",
    "AnswerTable",
    "VoteTable",
    "PostTextTable",
    "SubmissionTable",
    "UserTable",
    "BlockTable",
    "ViewTable"
  };

  /** A guest's uid. */
  static final String GUEST = "";

  /** An administrator's uid. */
  static final String ADMIN = "admin";

  private final Stack stack;
  private final RequestStreamHandler function;
  private final QuestionWriter writer;

  Campus(Stack stack) {
    this(stack, new QnaHandler(stack.environment("QnaFunction")));
  }

  Campus(Stack stack, RequestStreamHandler function) {
    this.stack = stack;
    this.function = function;
    Environment environment = new Environment(stack.environment("QnaFunction"));
    this.writer =
        QuestionWriter.of(
            environment,
            stack.dynamodb(),
            Valkey.of(environment, Clock.systemUTC()),
            Clock.systemUTC());
  }

  /** Gives some members accounts. */
  Campus join(String... uids) {
    Stream.of(uids)
        .forEach(
            uid ->
                Items.put(
                    stack,
                    "UserTable",
                    Map.of(
                        "key",
                        "user#" + uid,
                        "id",
                        uid,
                        "publicId",
                        "public-" + uid,
                        "name",
                        "이름 " + uid,
                        "country",
                        "Vietnam",
                        "major",
                        "소프트웨어학부",
                        "role",
                        "ROLE_USER")));
    return this;
  }

  /** A new question, by the rules of the function that takes pictures. */
  long ask(String uid, String title, String text, String tag) {
    return create(uid, new QuestionRequest(title, text, tag)).questionResponse().id();
  }

  QuestionView create(String uid, QuestionRequest request) {
    return writer.create(uid, request, Pictures.NONE);
  }

  Response read(String uid, long id) {
    return call("qna-read", uid, Map.of("id", Long.toString(id)));
  }

  Response list(String body) {
    return list(GUEST, body);
  }

  Response list(String uid, String body) {
    return call("qna-list", uid, body);
  }

  Response updateQuestion(String uid, String body) {
    return call("qna-update", uid, body);
  }

  Response eraseQuestion(String uid, long id) {
    return call("qna-erase", uid, Map.of("id", Long.toString(id)));
  }

  Response answer(String uid, long question, String text) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("questionId", question);
    return call("qna-answer", uid, body.put("context", text).toString());
  }

  Response answers(String uid, long question, long cursor, String sortBy) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("questionId", question);
    return call("qna-answers", uid, body.put("cursorId", cursor).put("sortBy", sortBy).toString());
  }

  Response eraseAnswer(String uid, long id) {
    return call("qna-eraseanswer", uid, Map.of("id", Long.toString(id)));
  }

  Response like(String uid, long answer) {
    return call("qna-like", uid, "{\"answerId\":%d}".formatted(answer));
  }

  Response unlike(String uid, long answer) {
    return call("qna-unlike", uid, "{\"answerId\":%d}".formatted(answer));
  }

  /** Sends a recorded event with another body. */
  Response call(String event, String uid, String body) {
    return call(as(uid, recorded(event)).put("body", body));
  }

  /** Sends a recorded event with another query. */
  Response call(String event, String uid, Map<String, String> query) {
    ObjectNode recorded = as(uid, recorded(event));
    ObjectNode single = recorded.putObject("queryStringParameters");
    ObjectNode multiple = recorded.putObject("multiValueQueryStringParameters");
    query.forEach((name, value) -> single.put(name, value));
    query.forEach((name, value) -> multiple.putArray(name).add(value));
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
