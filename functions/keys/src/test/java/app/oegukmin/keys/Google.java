package app.oegukmin.keys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Plays Google, as well or as badly as a test wants. */
final class Google implements AutoCloseable {

  private final HttpServer server;
  private volatile int status = 200;
  private volatile String body = "";
  private volatile Map<String, String> headers = Map.of();

  Google() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  URI keys() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
  }

  void answer(int with, String text, Map<String, String> and) {
    status = with;
    body = text;
    headers = and;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      headers.forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
