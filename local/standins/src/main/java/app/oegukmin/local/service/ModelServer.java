package app.oegukmin.local.service;

import app.oegukmin.local.standin.CannedResponse;
import app.oegukmin.local.standin.FaultInjector;
import app.oegukmin.local.standin.FaultProfile;
import app.oegukmin.local.standin.LoopbackServer;
import app.oegukmin.local.standin.StandIn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Plays a vendor of models: OpenAI's chat completions, or Converse of Amazon Bedrock. {@code make
 * fail} also makes it obey what passages and questions tell it, and invent.
 */
public final class ModelServer implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TYPE = "application/json";
  private static final int LONGEST_BODY = 1_000_000;
  // As a rule of thumb for Korean.
  private static final int CHARACTERS_PER_TOKEN = 2;

  /** The chatbot waits 18 seconds. */
  private static final Duration DELAY = Duration.ofSeconds(22);

  private final String service;
  private final FaultInjector faults;
  private final LoopbackServer server;

  private ModelServer(String service, CannedResponse throttled, InstantSource clock)
      throws IOException {
    CannedResponse malformed = new CannedResponse(200, TYPE, "{\"choices\":[{\"mess");
    this.service = service;
    this.faults = new FaultInjector(new FaultProfile(DELAY, throttled, false, malformed), clock);
    this.server = LoopbackServer.start(faults, this::serve);
  }

  /**
   * Starts OpenAI on a free port of 127.0.0.1; it takes any key and any model.
   *
   * @param clock tells when an injected fault is over
   */
  public static ModelServer openAi(InstantSource clock) throws IOException {
    String body = "{\"error\":{\"message\":\"Too many\",\"type\":\"rate_limit_error\"}}";
    return new ModelServer("openai", new CannedResponse(429, TYPE, body), clock);
  }

  /** Starts Bedrock on a free port of 127.0.0.1; it takes any model. */
  public static ModelServer bedrock(InstantSource clock) throws IOException {
    String body = "{\"__type\":\"ThrottlingException\",\"message\":\"Too many\"}";
    return new ModelServer("bedrock", new CannedResponse(429, TYPE, body), clock);
  }

  /** What {@code make fail} is told about it. */
  public StandIn standIn() {
    return new StandIn(service, uri(), faults);
  }

  /** Where it listens, without a path. */
  public URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody().readNBytes(LONGEST_BODY));
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/v1/chat/completions")) {
        String key = exchange.getRequestHeaders().getFirst("Authorization");
        boolean known = key != null && key.startsWith("Bearer ");
        respond(exchange, known ? 200 : 401, known ? completion(request) : error("No key"));
      } else if (path.startsWith("/model/") && path.endsWith("/converse")) {
        respond(exchange, 200, conversation(request));
      } else {
        respond(exchange, 404, error("No such operation"));
      }
    }
  }

  private ObjectNode completion(JsonNode request) {
    String prompt = request.at("/messages/1/content").asText();
    String rules = request.at("/messages/0/content").asText();
    String text = text(prompt);
    ObjectNode response = JsonNodeFactory.instance.objectNode().put("object", "chat.completion");
    ObjectNode choice = response.putArray("choices").addObject().put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", text);
    response.putObject("usage").put("total_tokens", tokens(rules + prompt + text));
    return response;
  }

  private ObjectNode conversation(JsonNode request) {
    String prompt = request.at("/messages/0/content/0/text").asText();
    String rules = request.at("/system/0/text").asText();
    String text = text(prompt);
    ObjectNode response = JsonNodeFactory.instance.objectNode().put("stopReason", "end_turn");
    ObjectNode message = response.putObject("output").putObject("message");
    message.put("role", "assistant").putArray("content").addObject().put("text", text);
    ObjectNode usage = response.putObject("usage");
    usage.put("inputTokens", tokens(rules + prompt)).put("outputTokens", tokens(text));
    usage.put("totalTokens", tokens(rules + prompt) + tokens(text));
    return response;
  }

  private String text(String prompt) {
    if (faults.obeys()) {
      return ModelText.obedient(prompt);
    }
    return faults.invents() ? ModelText.invented() : ModelText.honest(prompt);
  }

  private static int tokens(String text) {
    return 1 + text.length() / CHARACTERS_PER_TOKEN;
  }

  private static ObjectNode error(String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("message", message);
    return body;
  }

  private static void respond(HttpExchange exchange, int status, ObjectNode body)
      throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", TYPE);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
