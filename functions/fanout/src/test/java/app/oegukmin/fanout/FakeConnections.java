package app.oegukmin.fanout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plays {@code @connections}: takes what is written, or responds with a status that a test sets.
 */
final class FakeConnections implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final Map<String, List<String>> taken = new ConcurrentHashMap<>();
  private final List<String> closed = new ArrayList<>();

  FakeConnections() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/live");
  }

  /** From now on a connection responds so. */
  void respond(String connection, int status) {
    statuses.put(connection, status);
  }

  /** What a connection has taken, in order. */
  List<String> taken(String connection) {
    return taken.getOrDefault(connection, List.of());
  }

  List<String> closed() {
    return closed;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String id =
          URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      int status = statuses.getOrDefault(id, 200);
      if (exchange.getRequestMethod().equals("DELETE")) {
        closed.add(id);
      } else if (status == 200) {
        taken.computeIfAbsent(id, key -> new ArrayList<>()).add(body);
      }
      if (status == 410) {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", "GoneException");
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
