package app.oegukmin.local.socket;

import app.oegukmin.local.api.Json;
import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.function.TraceHeader;
import app.oegukmin.template.Authorizer;
import app.oegukmin.template.Authorizer.IdentitySource;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.SocketApi;
import app.oegukmin.template.SocketApi.SocketRoute;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A WebSocket API before functions that a test scripts; keeps the events of each. */
final class TestSocket implements Functions, AutoCloseable {

  interface Script {
    String response(JsonNode event) throws FunctionError;
  }

  static final Instant NOW = Instant.parse("2026-11-22T01:02:03.004Z");
  static final String OK = "{\"statusCode\":200}";

  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final Map<String, BlockingQueue<JsonNode>> events = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final SocketServer server;

  TestSocket(List<LambdaFunction> callers, IdentitySource... sources) throws IOException {
    var authorizer = new Authorizer("Connect", "Judge", List.of(sources), Duration.ZERO);
    var api =
        new SocketApi(
            "socket",
            "live",
            "$request.body.action",
            List.of(
                route("$connect", false),
                route("$disconnect", false),
                route("echo", true),
                route("quiet", false)),
            Optional.of(authorizer));
    InstantSource clock = now::get;
    server = new SocketServer(api, this, callers, clock, 0);
    server.start();
    answering("Judge", judging("Allow"));
  }

  private static SocketRoute route(String key, boolean responds) {
    return new SocketRoute(key, key, responds, Duration.ofSeconds(5));
  }

  static String judging(String effect) {
    return """
    {"principalId":"m","context":{"member":"u1","level":7},"policyDocument":{"Statement":[
      {"Action":"execute-api:Invoke","Effect":"%s","Resource":"*"}]}}
    """
        .formatted(effect);
  }

  TestSocket answering(String function, String response) {
    return on(function, event -> response);
  }

  TestSocket on(String function, Script script) {
    scripts.put(function, script);
    return this;
  }

  /** The next event of a function; waits for it. */
  JsonNode event(String function) throws InterruptedException {
    JsonNode event = events(function).poll(10, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError(function + " was not called");
    }
    return event;
  }

  boolean wasCalled(String function) {
    return !events(function).isEmpty();
  }

  /** Sets the clock ahead, and lets the gateway look at it. */
  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
    server.expire();
  }

  SocketServer server() {
    return server;
  }

  @Override
  public byte[] invoke(String function, byte[] event, TraceHeader trace) throws FunctionError {
    JsonNode read = Json.read(event);
    events(function).add(read);
    return scripts
        .getOrDefault(function, unused -> OK)
        .response(read)
        .getBytes(StandardCharsets.UTF_8);
  }

  private BlockingQueue<JsonNode> events(String function) {
    return events.computeIfAbsent(function, name -> new LinkedBlockingQueue<>());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
