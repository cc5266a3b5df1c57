package app.oegukmin.translator;

import app.oegukmin.shared.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Plays Systems Manager's GetParameter. */
final class SsmServer implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, String> parameters = new ConcurrentHashMap<>();
  private int calls;

  SsmServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void put(String name, String value) {
    parameters.put(name, value);
  }

  synchronized int calls() {
    return calls;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      calls++;
      String name = Json.MAPPER.readTree(exchange.getRequestBody()).path("Name").asText();
      String value = parameters.get(name);
      byte[] answer = Json.MAPPER.writeValueAsBytes(value == null ? absent() : found(name, value));
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(value == null ? 400 : 200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static Map<String, Object> absent() {
    return Map.of("__type", "ParameterNotFound");
  }

  private static Map<String, Object> found(String name, String value) {
    return Map.of("Parameter", Map.of("Name", name, "Type", "SecureString", "Value", value));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
