package app.oegukmin.local.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What {@code make} asks a run to do: {@code POST /crawl?board=…} and {@code POST /redrive} answer
 * with lines of text.
 */
final class ControlServer implements AutoCloseable {

  private static final Pattern BOARD = Pattern.compile("(?:^|&)board=([^&]+)");

  private final LoopbackServer server;

  /** What is done for a request. */
  @FunctionalInterface
  private interface Order {
    void carryOut(URI request, Consumer<String> lines) throws InterruptedException;
  }

  private ControlServer(LoopbackServer server) {
    this.server = server;
  }

  /** Starts on a free port of 127.0.0.1. */
  static ControlServer start(Crawl crawl, Redrive redrive) throws IOException {
    return new ControlServer(
        LoopbackServer.start(
            Map.of(
                "/crawl",
                serving((request, lines) -> crawl.run(boards(request), lines, lines)),
                "/redrive",
                serving((request, lines) -> redrive.run(lines)))));
  }

  URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
  }

  private static HttpHandler serving(Order order) {
    return exchange -> answer(exchange, order);
  }

  private static void answer(HttpExchange exchange, Order order) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      order.carryOut(exchange.getRequestURI(), lines(exchange.getResponseBody()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> boards(URI request) {
    String query = request.getRawQuery() == null ? "" : request.getRawQuery();
    return BOARD
        .matcher(query)
        .results()
        .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
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
