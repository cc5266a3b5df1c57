package app.oegukmin.local.run;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays Firebase: publishes its keys at {@code /keys}, and at {@code /id-token/<user id>/<e-mail>}
 * hands anybody a token as if they had signed in.
 */
final class FirebaseServer implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("/id-token/([^/]+)/([^/]+)");

  private final FirebaseTokens tokens;
  private final LoopbackServer server;

  private FirebaseServer(FirebaseTokens tokens) throws IOException {
    this.tokens = tokens;
    this.server = LoopbackServer.start("/", this::serve);
  }

  /** Starts one on a free port of 127.0.0.1. */
  static FirebaseServer start(FirebaseTokens tokens) throws IOException {
    return new FirebaseServer(tokens);
  }

  URI uri() {
    return server.uri();
  }

  /** Where its keys are. */
  URI keys() {
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
        answer(exchange, "application/json; charset=UTF-8", tokens.keys().toString());
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
