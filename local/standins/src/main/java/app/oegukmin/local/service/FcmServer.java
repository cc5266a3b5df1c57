package app.oegukmin.local.service;

import app.oegukmin.local.standin.CannedResponse;
import app.oegukmin.local.standin.FaultInjector;
import app.oegukmin.local.standin.FaultProfile;
import app.oegukmin.local.standin.LoopbackServer;
import app.oegukmin.local.standin.StandIn;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Plays Firebase Cloud Messaging, and what gives out tokens for it: it takes the pushes that FCM
 * takes, delivers none, and shows them at {@code /pushes}, one a line.
 */
public final class FcmServer implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TYPE = "application/json; charset=UTF-8";
  private static final String SEND = "/v1/projects/" + FirebaseTokens.PROJECT + "/messages:send";
  private static final String ASSERTION = "assertion=";
  private static final String BUSY =
      "{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\",\"message\":\"Quota exceeded\"}}";

  /** The notifier waits 10 seconds. */
  private static final FaultProfile FAULTS =
      new FaultProfile(
          Duration.ofSeconds(15),
          new CannedResponse(429, TYPE, BUSY),
          true,
          new CannedResponse(200, TYPE, "{\"name\":\"proj"));

  private final FcmAccount account;
  private final List<JsonNode> pushes = new CopyOnWriteArrayList<>();
  private final FaultInjector faults;
  private final LoopbackServer server;

  private FcmServer(InstantSource clock, FcmAccount account) throws IOException {
    this.account = account;
    this.faults = new FaultInjector(FAULTS, clock);
    this.server = LoopbackServer.start(faults, this::serve);
  }

  /**
   * Starts one on a free port of 127.0.0.1.
   *
   * @param clock tells when an injected fault is over
   */
  public static FcmServer start(InstantSource clock) throws IOException {
    return new FcmServer(clock, FcmAccount.usual());
  }

  /** The same with a key that no other server takes. */
  public static FcmServer startStranger(InstantSource clock) throws IOException {
    return new FcmServer(clock, FcmAccount.stranger());
  }

  /** What {@code make fail} is told about it. */
  public StandIn standIn() {
    return new StandIn("fcm", uri(), faults);
  }

  /** Where it listens, without a path. */
  public URI uri() {
    return server.uri();
  }

  /** The key that it accepts: the JSON of a service account. */
  public String key() {
    return account.json(uri().resolve("/token"));
  }

  /** The messages that it has taken, in order. */
  public List<JsonNode> pushes() {
    return List.copyOf(pushes);
  }

  /** Forgets the tokens that it has given out, as if an hour had passed. */
  public void expireTokens() {
    account.revoke();
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
        case "POST /token" -> give(exchange, new String(body, StandardCharsets.UTF_8));
        case "POST " + SEND -> take(exchange, body);
        case "GET /pushes" -> respond(exchange, 200, lines());
        default -> respond(exchange, 404, "{}");
      }
    }
  }

  private void give(HttpExchange exchange, String form) throws IOException {
    Optional<String> assertion =
        Arrays.stream(form.split("&", -1))
            .filter(field -> field.startsWith(ASSERTION))
            .map(field -> field.substring(ASSERTION.length()))
            .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
            .findFirst();
    if (assertion.filter(account::proves).isPresent()) {
      respond(
          exchange,
          200,
          "{\"access_token\":\"%s\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"
              .formatted(account.issue()));
    } else {
      respond(exchange, 400, "{\"error\":\"invalid_grant\"}");
    }
  }

  private void take(HttpExchange exchange, byte[] body) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    JsonNode push = json(body);
    Optional<FcmRefusal> refusal =
        account.admits(authorization)
            ? FcmRefusal.of(push, body.length)
            : Optional.of(FcmRefusal.UNAUTHENTICATED);
    if (refusal.isPresent()) {
      respond(exchange, refusal.get().status(), refusal.get().json());
      return;
    }
    pushes.add(push.path("message"));
    String name = "projects/%s/messages/%d".formatted(FirebaseTokens.PROJECT, pushes.size());
    respond(exchange, 200, "{\"name\":\"" + name + "\"}");
  }

  private static JsonNode json(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private String lines() {
    return pushes.stream().map(push -> push + "\n").collect(Collectors.joining());
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", TYPE);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
