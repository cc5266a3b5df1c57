package app.oegukmin.local.service;

import app.oegukmin.local.standin.CannedResponse;
import app.oegukmin.local.standin.FaultInjector;
import app.oegukmin.local.standin.FaultProfile;
import app.oegukmin.local.standin.LoopbackServer;
import app.oegukmin.local.standin.StandIn;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays Firebase: publishes its keys at {@code /keys}, and at {@code /id-token/<user id>/<e-mail>}
 * hands anybody a token as if they had signed in.
 */
public final class FirebaseServer implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("/id-token/([^/]+)/([^/]+)");

  private static final String JSON = "application/json; charset=UTF-8";

  /** The keys function waits 5 seconds. */
  private static final FaultProfile FAULTS =
      new FaultProfile(
          Duration.ofSeconds(8),
          new CannedResponse(
              429, JSON, "{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\"}}"),
          false,
          new CannedResponse(200, JSON, "{\"1c2d\":\"-----BEGIN CERT"));

  private final FirebaseTokens tokens;
  private final FaultInjector faults;
  private final LoopbackServer server;

  private FirebaseServer(FirebaseTokens tokens, InstantSource clock) throws IOException {
    this.tokens = tokens;
    this.faults = new FaultInjector(FAULTS, clock);
    this.server = LoopbackServer.start(faults, this::serve);
  }

  /**
   * Starts one on a free port of 127.0.0.1.
   *
   * @param clock tells when an injected fault is over
   */
  public static FirebaseServer start(FirebaseTokens tokens, InstantSource clock)
      throws IOException {
    return new FirebaseServer(tokens, clock);
  }

  /** What {@code make fail} is told about it. */
  public StandIn standIn() {
    return new StandIn("firebase", uri(), faults);
  }

  /** Where it listens, without a path. */
  public URI uri() {
    return server.uri();
  }

  /** Where its keys are. */
  public URI keys() {
    return uri().resolve("/keys");
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Matcher token = TOKEN.matcher(path);
      if (path.equals("/keys")) {
        exchange.getResponseHeaders().set("Cache-Control", "public, max-age=21600");
        answer(exchange, JSON, tokens.keys().toString());
      } else if (token.matches()) {
        answer(exchange, "text/plain", tokens.token(token.group(1), token.group(2)) + "\n");
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static void answer(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
