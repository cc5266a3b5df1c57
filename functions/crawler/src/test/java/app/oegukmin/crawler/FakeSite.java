package app.oegukmin.crawler;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Plays every site from answers set by a test, and remembers what it was asked. */
final class FakeSite implements AutoCloseable {

  /** Writes one answer. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Supplier<Optional<Answer>> troubles = Optional::empty;
  private volatile Headers lastHeaders = new Headers();

  FakeSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  FakeSite answers(String url, Answer answer) {
    answers.put(url, answer);
    return this;
  }

  /** Asks first whether a request is to meet with trouble instead of its answer. */
  void troubled(Supplier<Optional<Answer>> next) {
    troubles = next;
  }

  FakeSite html(String url, String html) {
    return answers(url, send(200, "text/html; charset=utf-8", html));
  }

  static Answer send(int status, String contentType, String body) {
    return send(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer send(int status, String contentType, byte[] body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", contentType);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  static Answer redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /** The URLs asked for, in order. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  void forgetRequests() {
    requests.clear();
  }

  String header(String name) {
    return lastHeaders.getFirst(name);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String url = "https:/" + exchange.getRequestURI();
      requests.add(url);
      lastHeaders = exchange.getRequestHeaders();
      Answer healthy = answers.getOrDefault(url, send(404, "text/html", ""));
      troubles.get().orElse(healthy).to(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
