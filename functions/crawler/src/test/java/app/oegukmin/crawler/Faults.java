package app.oegukmin.crawler;

import app.oegukmin.testkit.FakeSite;
import app.oegukmin.testkit.FakeSite.Answer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The troubles that sites make, picked by a seed. */
final class Faults {

  private static final int MEGABYTES = 50;
  private static final int SECONDS_OF_SILENCE = 30;

  private final Random random;
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Answer> all =
      List.of(
          FakeSite.send(500, "text/html", "<h1>Error</h1>"),
          busy("2"),
          busy("20"),
          this::half,
          FakeSite.send(200, "text/html", "<html><div class=board_view><div class=view"),
          this::huge,
          FakeSite.redirect("?again=1"),
          FakeSite.send(200, "text/html", "<html><form><input type=password></form></html>"),
          this::silence);

  Faults(long seed) {
    this.random = new Random(seed);
  }

  /** A trouble for the next request, or none. */
  synchronized Optional<Answer> next() {
    return over.getCount() > 0 && random.nextInt(10) < 4
        ? Optional.of(all.get(random.nextInt(all.size())))
        : Optional.empty();
  }

  /** Lets sites be healthy from now on. */
  void end() {
    over.countDown();
  }

  private static Answer busy(String retryAfter) {
    return exchange -> {
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
      FakeSite.send(429, "text/html", "").to(exchange);
    };
  }

  private void half(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(200, 10_000);
    exchange.getResponseBody().write("<html><body>".getBytes(StandardCharsets.UTF_8));
  }

  private void huge(HttpExchange exchange) throws IOException {
    byte[] megabyte = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    for (int i = 0; i < MEGABYTES; i++) {
      body.write(megabyte);
    }
  }

  private void silence(HttpExchange exchange) throws IOException {
    try {
      over.await(SECONDS_OF_SILENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
