package app.oegukmin.testkit;

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

/** Plays every site with responses that a test sets, and remembers the requests. */
public final class FakeSite implements AutoCloseable {

  /** Writes one response. */
  @FunctionalInterface
  public interface Answer {
    /** Responds to a request. */
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Supplier<Optional<Answer>> troubles = Optional::empty;
  private volatile Headers lastHeaders = new Headers();

  /** A site on a free port of 127.0.0.1 that responds 404 to everything. */
  public FakeSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Where it is; {@code https://site/path} is {@code <base>/site/path} here. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Sets the response of a URL from now on. */
  public FakeSite answers(String url, Answer answer) {
    answers.put(url, answer);
    return this;
  }

  /** Sets what decides whether a request fails instead of getting its response. */
  public void troubled(Supplier<Optional<Answer>> next) {
    troubles = next;
  }

  /** Sets the page of a URL from now on. */
  public FakeSite html(String url, String html) {
    return answers(url, send(200, "text/html; charset=utf-8", html));
  }

  /** A response of text in UTF-8. */
  public static Answer send(int status, String contentType, String body) {
    return send(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A response of bytes. */
  public static Answer send(int status, String contentType, byte[] body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", contentType);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  /** A response 302 to another place. */
  public static Answer redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /** The URLs asked for, in order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Forgets what it was asked. */
  public void forgetRequests() {
    requests.clear();
  }

  /** A header of the last request, null when it had none. */
  public String header(String name) {
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
