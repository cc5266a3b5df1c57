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
import java.util.Optional;
import java.util.function.Function;

/** Plays SSM's parameter store for SecureStrings: GetParameter, and nothing else. */
public final class SsmServer implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TYPE = "application/x-amz-json-1.1";

  /** AWS's client waits 30 seconds by default. AWS throttles with status 400. */
  private static final FaultProfile FAULTS =
      new FaultProfile(
          Duration.ofSeconds(35),
          new CannedResponse(400, TYPE, error("ThrottlingException", "Rate exceeded").toString()),
          false,
          new CannedResponse(200, TYPE, "{\"Parameter\":{\"Na"));

  /** A function that forgets to ask for decryption must notice it here too. */
  private static final String ENCRYPTED = "encrypted";

  private final Function<String, Optional<String>> parameters;
  private final FaultInjector faults;
  private final LoopbackServer server;

  private SsmServer(Function<String, Optional<String>> parameters, InstantSource clock)
      throws IOException {
    this.parameters = parameters;
    this.faults = new FaultInjector(FAULTS, clock);
    this.server = LoopbackServer.start(faults, this::serve);
  }

  /**
   * Starts one on a free port of 127.0.0.1.
   *
   * @param parameters values by name
   * @param clock tells when an injected fault is over
   */
  public static SsmServer start(Function<String, Optional<String>> parameters, InstantSource clock)
      throws IOException {
    return new SsmServer(parameters, clock);
  }

  /** What {@code make fail} is told about it. */
  public StandIn standIn() {
    return new StandIn("ssm", endpoint(), faults);
  }

  /** The endpoint for an SDK. */
  public URI endpoint() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      String action = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      if (!"AmazonSSM.GetParameter".equals(action)) {
        respond(exchange, 400, error("UnknownOperationException", "Not played: " + action));
        return;
      }
      String name = request.path("Name").asText();
      Optional<String> value = parameters.apply(name);
      if (value.isEmpty()) {
        respond(exchange, 400, error("ParameterNotFound", name));
        return;
      }
      boolean decrypt = request.path("WithDecryption").asBoolean();
      respond(exchange, 200, parameter(name, decrypt ? value.get() : ENCRYPTED));
    }
  }

  private static ObjectNode parameter(String name, String value) {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    ObjectNode parameter = response.putObject("Parameter");
    parameter.put("Name", name);
    parameter.put("Type", "SecureString");
    parameter.put("Value", value);
    parameter.put("Version", 1);
    parameter.put("DataType", "text");
    return response;
  }

  private static ObjectNode error(String type, String message) {
    return JsonNodeFactory.instance.objectNode().put("__type", type).put("message", message);
  }

  private static void respond(HttpExchange exchange, int status, ObjectNode body)
      throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", TYPE);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
