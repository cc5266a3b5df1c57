package app.oegukmin.local.run;

import app.oegukmin.local.standin.FaultControl;
import app.oegukmin.local.standin.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What {@code make} asks a run to do: {@code POST /crawl?board=…}, {@code POST /redrive}, {@code
 * POST /reindex} and {@code POST /fail?service=…&how=…&for=…} respond with lines of text, 400 when
 * the order makes no sense.
 */
final class ControlServer implements AutoCloseable {

  private static final String FAULT_TIME = "60s";

  private final LoopbackServer server;

  /** What is told about, line by line, while it is done. */
  @FunctionalInterface
  private interface Order {
    void carryOut(URI request, Consumer<String> lines) throws InterruptedException;
  }

  private ControlServer(LoopbackServer server) {
    this.server = server;
  }

  /** Starts on a free port of 127.0.0.1. */
  static ControlServer start(
      Crawl crawl, Redrive redrive, Reindexing reindexing, FaultControl faults) throws IOException {
    return new ControlServer(
        LoopbackServer.start(
            Map.of(
                "/crawl",
                posted(telling((request, to) -> crawl.run(values(request, "board"), to, to))),
                "/redrive",
                posted(telling((request, to) -> redrive.run(to))),
                "/reindex",
                posted(telling((request, to) -> reindexing.run(to))),
                "/fail",
                posted(exchange -> fail(exchange, faults)))));
  }

  URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
  }

  private static HttpHandler posted(HttpHandler handler) {
    return exchange -> {
      try (exchange) {
        if (exchange.getRequestMethod().equals("POST")) {
          handler.handle(exchange);
        } else {
          exchange.sendResponseHeaders(405, -1);
        }
      }
    };
  }

  private static HttpHandler telling(Order order) {
    return exchange -> {
      begin(exchange, 200);
      try {
        order.carryOut(exchange.getRequestURI(), lines(exchange.getResponseBody()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private static void fail(HttpExchange exchange, FaultControl faults) throws IOException {
    int status = 200;
    String text;
    try {
      URI request = exchange.getRequestURI();
      String time = value(request, "for").orElse(FAULT_TIME);
      String how = value(request, "how").orElse("");
      text = faults.inject(value(request, "service").orElse(""), how, time);
    } catch (IllegalArgumentException e) {
      status = 400;
      text = e.getMessage();
    }
    begin(exchange, status);
    lines(exchange.getResponseBody()).accept(text);
  }

  private static void begin(HttpExchange exchange, int status) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, 0);
  }

  private static Optional<String> value(URI request, String name) {
    return values(request, name).stream().findFirst();
  }

  private static List<String> values(URI request, String name) {
    String query = request.getRawQuery() == null ? "" : request.getRawQuery();
    String start = name + "=";
    return Arrays.stream(query.split("&", -1))
        .filter(field -> field.startsWith(start) && field.length() > start.length())
        .map(field -> URLDecoder.decode(field.substring(start.length()), StandardCharsets.UTF_8))
        .toList();
  }

  private static Consumer<String> lines(OutputStream out) {
    return line -> {
      try {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
