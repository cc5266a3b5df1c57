package app.oegukmin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;

/** Stands before a server on this machine and takes down what it is asked. */
final class CountingProxy implements AutoCloseable {

  // What the client sets itself, or what concerns one connection alone.
  private static final Set<String> OWN =
      Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "expect");

  private final URI server;
  private final HttpServer front;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile BinaryOperator<String> edit = (path, text) -> text;

  CountingProxy(URI server) throws IOException {
    this.server = server;
    front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    front.setExecutor(threads);
    front.createContext("/", this::serve);
    front.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + front.getAddress().getPort());
  }

  /** Changes pages on their way; the first argument is the path. */
  void edit(BinaryOperator<String> change) {
    edit = change;
  }

  /**
   * The path of each request, or the operation of a call to AWS, since they were last asked for.
   */
  List<String> requests() {
    List<String> seen = List.copyOf(requests);
    requests.clear();
    return seen;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      String operation = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      requests.add(operation == null ? path : operation.substring(operation.indexOf('.') + 1));
      HttpResponse<byte[]> response =
          client.send(request(exchange, path), BodyHandlers.ofByteArray());
      byte[] body = edited(path, response);
      response
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange, String path) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private byte[] edited(String path, HttpResponse<byte[]> response) {
    boolean html = response.headers().firstValue("Content-Type").orElse("").contains("html");
    return html
        ? edit.apply(path, new String(response.body(), UTF_8)).getBytes(UTF_8)
        : response.body();
  }

  @Override
  public void close() {
    front.stop(0);
    threads.shutdownNow();
    client.close();
  }
}
