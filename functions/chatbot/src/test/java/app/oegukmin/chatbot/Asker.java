package app.oegukmin.chatbot;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.search.Passage;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.ParameterStore;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Asks the function as API Gateway passes on what the app sends. Before each test it has a model, a
 * key, a notice on scholarships and an empty stack.
 */
final class Asker implements BeforeEachCallback, AfterEachCallback {

  static final Passage SCHOLARSHIP =
      Sample.notice(8, "성적우수 장학금 신청 안내", "장학금 신청 기간은 3월 2일부터 3월 13일까지입니다.");

  final FakeClock clock = new FakeClock(Instant.parse("2026-11-29T03:00:00Z"));
  FakeModel vendor;
  ParameterStore parameters;
  volatile Passages passages = question -> List.of(SCHOLARSHIP);
  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private final Stack stack;
  private ChatbotHandler function;

  /** A response: its status and its body. */
  record Response(int status, String text) {

    JsonNode body() {
      try {
        return Json.MAPPER.readTree(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String answer() {
      return status == 200 ? body().at("/response/answer").asText() : "no answer: " + text;
    }
  }

  Asker(Stack stack) {
    this.stack = stack;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    stack.clear();
    vendor = new FakeModel();
    parameters = new ParameterStore("model-key");
    restart("openai", "2000000");
  }

  /** Makes another function, which remembers nothing, with another model and cap. */
  void restart(String model, String monthlyTokens) {
    Map<String, String> variables = new HashMap<>(stack.environment("ChatbotFunction"));
    variables.put("CHATBOT_MODEL", model);
    variables.put("CHATBOT_MODEL_URL", vendor.uri() + "/v1");
    variables.put("CHATBOT_MONTHLY_TOKENS", monthlyTokens);
    function =
        new ChatbotHandler(
            new Environment(variables),
            question -> passages.find(question),
            clock,
            new PrintStream(metrics, true, StandardCharsets.UTF_8));
  }

  String ask(String query) {
    return ask(query, "ko");
  }

  String ask(String query, String language) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    return send(body.put("query", query).put("target_lang", language).toString()).answer();
  }

  /** Sends any body. */
  Response send(String body) {
    try {
      ObjectNode event = (ObjectNode) Json.MAPPER.readTree(stack.event("chatbot-answer"));
      event.put("body", body);
      return call(Json.MAPPER.writeValueAsBytes(event));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends an event as it is. */
  Response call(byte[] event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(event), output, null);
    JsonNode response = Json.MAPPER.readTree(output.toByteArray());
    return new Response(response.path("statusCode").asInt(), response.path("body").asText());
  }

  /** The metrics so far, one JSON a line. */
  String metrics() {
    return metrics.toString(StandardCharsets.UTF_8);
  }

  /** How many tokens are counted, {@code none} when no month is. */
  String tokens() {
    return Items.all(stack, "ChatAnswerTable").stream()
        .filter(item -> item.containsKey("tokens"))
        .map(item -> item.get("tokens").n())
        .findFirst()
        .orElse("none");
  }

  @Override
  public void afterEach(ExtensionContext context) {
    vendor.close();
    parameters.close();
  }
}
