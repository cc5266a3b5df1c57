package app.oegukmin.local.api;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.function.TraceHeader;
import app.oegukmin.template.Api;
import app.oegukmin.template.Authorizer;
import app.oegukmin.template.Authorizer.IdentitySource;
import app.oegukmin.template.GatewayResponse;
import app.oegukmin.template.Route;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** An API before functions that a test scripts; remembers the last event of each. */
final class TestApi implements Functions, AutoCloseable {

  /** What a scripted function does with its event. */
  interface Script {
    String response(JsonNode event) throws FunctionError;
  }

  static final Instant NOW = Instant.parse("2026-11-22T01:02:03.004Z");
  static final String EMPTY_ANSWER = "{\"statusCode\":200}";
  static final Api.Stage STAGE = new Api.Stage("live", Map.of(), List.of(), List.of());

  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> events = new ConcurrentHashMap<>();
  private final RestApi api;

  TestApi(Api definition) throws IOException {
    this(definition, InstantSource.fixed(NOW));
  }

  TestApi(Api definition, InstantSource clock) throws IOException {
    api = new RestApi(definition, this, clock, 0);
    api.start();
  }

  /** The API most tests need: routes open and guarded, no gateway responses. */
  static Api definition() {
    return definition(List.of());
  }

  static Api definition(List<GatewayResponse> responses, String... binaryTypes) {
    return new Api(
        STAGE,
        Api.KeySource.AUTHORIZER,
        List.of(
            route("GET", "/api/open", null),
            route("POST", "/api/open", null),
            route("GET", "/api/item/{id}", null),
            route("GET", "/api/file/{proxy+}", null),
            route("GET", "/api/me", "Member"),
            route("GET", "/api/guest", "Guest")),
        List.of(
            authorizer("Member", new IdentitySource(Authorizer.Place.HEADER, "Authorization")),
            authorizer("Guest")),
        Optional.empty(),
        responses,
        List.of(binaryTypes));
  }

  /** An API of some routes, with an authorizer {@code Member} that takes everybody's word. */
  static Api definition(Api.Stage stage, Route... routes) {
    return definition(stage, authorizer("Member"), routes);
  }

  static Api definition(Api.Stage stage, Authorizer authorizer, Route... routes) {
    return new Api(
        stage,
        Api.KeySource.AUTHORIZER,
        List.of(routes),
        List.of(authorizer),
        Optional.empty(),
        List.of(),
        List.of());
  }

  static Route route(String method, String path, String authorizer) {
    return new Route(
        "Answer", method, path, Optional.ofNullable(authorizer), false, Duration.ofSeconds(29));
  }

  static Authorizer authorizer(String name, IdentitySource... sources) {
    return new Authorizer(name, name + "Auth", List.of(sources), Duration.ZERO);
  }

  static GatewayResponse response(
      String type, Integer status, Map<String, String> headers, String body) {
    return new GatewayResponse(
        type,
        status == null ? OptionalInt.empty() : OptionalInt.of(status),
        headers,
        body == null ? Map.of() : Map.of("application/json", body));
  }

  /** Scripts a function to return one response. */
  TestApi answering(String function, String response) {
    return on(function, event -> response);
  }

  /** Scripts a function. */
  TestApi on(String function, Script script) {
    scripts.put(function, script);
    return this;
  }

  /** The last event of a function, null when it was not called. */
  JsonNode event(String function) {
    return events.get(function);
  }

  RawHttp http() {
    return new RawHttp(api.uri());
  }

  int port() {
    return api.uri().getPort();
  }

  @Override
  public byte[] invoke(String function, byte[] event, TraceHeader trace) throws FunctionError {
    JsonNode read = Json.read(event);
    events.put(function, read);
    return scripts
        .getOrDefault(function, unused -> EMPTY_ANSWER)
        .response(read)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    api.close();
  }
}
