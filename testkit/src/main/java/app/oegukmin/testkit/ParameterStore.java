package app.oegukmin.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/** Plays Systems Manager's GetParameter, with one value for all names or none. */
public final class ParameterStore implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private volatile Optional<String> value;

  /** Starts one that has a value, and points the SDK there. */
  public ParameterStore(String value) throws IOException {
    this.value = Optional.of(value);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
    System.setProperty("aws.endpointUrlSsm", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on no name has a value. */
  public void holdsNothing() {
    value = Optional.empty();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, Object> found =
          value
              .<Map<String, Object>>map(
                  text -> Map.of("Parameter", Map.of("Name", "key", "Value", text)))
              .orElse(Map.of("__type", "ParameterNotFound"));
      byte[] body = JSON.writeValueAsBytes(found);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(value.isPresent() ? 200 : 400, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
