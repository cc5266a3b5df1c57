package app.oegukmin.qna;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.Accounts;
import app.oegukmin.testkit.ApiFunction;
import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;

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
    "ViewTable",
    "AuditTable"
  };

  /** A guest's uid. */
  static final String GUEST = ApiFunction.GUEST;

  /** An administrator's uid. */
  static final String ADMIN = ApiFunction.ADMIN;

  private final Stack stack;
  private final ApiFunction function;
  private final QuestionWriter writer;

  Campus(Stack stack) {
    this(stack, Clock.systemUTC());
  }

  Campus(Stack stack, Clock clock) {
    this(stack, new QnaHandler(stack.environment("QnaFunction"), clock));
  }

  Campus(Stack stack, RequestStreamHandler function) {
    this.stack = stack;
    this.function =
        new ApiFunction((event, response) -> function.handleRequest(event, response, null));
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
    Accounts.join(stack, uids);
    return this;
  }

  /** A new question, by the rules of the function that takes pictures. */
  long ask(String uid, String title, String text, String tag) {
    return create(uid, new QuestionRequest(title, text, tag)).questionResponse().id();
  }

  QuestionView create(String uid, QuestionRequest request) {
    return writer.create(uid, request, Pictures.NONE);
  }

  ApiResponse read(String uid, long id) {
    return function.call("qna-read", uid, id);
  }

  ApiResponse list(String body) {
    return list(GUEST, body);
  }

  ApiResponse list(String uid, String body) {
    return call("qna-list", uid, body);
  }

  ApiResponse updateQuestion(String uid, String body) {
    return call("qna-update", uid, body);
  }

  ApiResponse eraseQuestion(String uid, long id) {
    return function.call("qna-erase", uid, id);
  }

  ApiResponse answer(String uid, long question, String text) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("questionId", question);
    return call("qna-answer", uid, body.put("context", text).toString());
  }

  ApiResponse answers(String uid, long question, long cursor, String sortBy) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("questionId", question);
    return call("qna-answers", uid, body.put("cursorId", cursor).put("sortBy", sortBy).toString());
  }

  ApiResponse eraseAnswer(String uid, long id) {
    return function.call("qna-eraseanswer", uid, id);
  }

  ApiResponse like(String uid, long answer) {
    return call("qna-like", uid, "{\"answerId\":%d}".formatted(answer));
  }

  ApiResponse unlike(String uid, long answer) {
    return call("qna-unlike", uid, "{\"answerId\":%d}".formatted(answer));
  }

  /** Sends a recorded event with another body. */
  ApiResponse call(String event, String uid, String body) {
    return function.call(event, uid, body);
  }

  /** Sends a recorded event with another query. */
  ApiResponse call(String event, String uid, Map<String, String> query) {
    return function.call(event, uid, query);
  }
}
