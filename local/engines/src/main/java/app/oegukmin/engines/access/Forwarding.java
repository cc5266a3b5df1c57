package app.oegukmin.engines.access;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Passes calls on to a server as they came, by the client that costs least: each call of each test
 * to DynamoDB comes through here.
 */
record Forwarding(URI server) {

  // The HTTP client and the server set their own.
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "host", "transfer-encoding", "expect", "date");

  private interface Header {
    void set(String name, String value);
  }

  /** Posts to the server, never twice; returns when it has begun to respond. */
  HttpURLConnection post(Headers headers, byte[] body) throws IOException {
    HttpURLConnection call = (HttpURLConnection) server.toURL().openConnection();
    call.setRequestMethod("POST");
    call.setDoOutput(true);
    // The client repeats a request when its connection breaks, but not one whose body it streams.
    call.setFixedLengthStreamingMode(body.length);
    each(headers, call::addRequestProperty);
    try (OutputStream out = call.getOutputStream()) {
      out.write(body);
    }
    // The status comes when the server has done what it was asked for.
    int unused = call.getResponseCode();
    return call;
  }

  /** Hands the server's response to who has called. */
  static void respond(HttpExchange exchange, HttpURLConnection call) throws IOException {
    each(call.getHeaderFields(), exchange.getResponseHeaders()::add);
    send(exchange, call.getResponseCode(), body(call));
  }

  private static byte[] body(HttpURLConnection call) throws IOException {
    boolean refused = call.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST;
    try (InputStream in = refused ? call.getErrorStream() : call.getInputStream()) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  private static void each(Map<String, List<String>> headers, Header header) {
    headers.forEach(
        (name, values) -> {
          // The status line has no name.
          if (name != null && !OWN.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> header.set(name, value));
          }
        });
  }

  /** Responds with a status and a body. */
  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
