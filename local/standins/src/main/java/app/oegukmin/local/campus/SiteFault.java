package app.oegukmin.local.campus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** What a site sends in place of a page, once. */
enum SiteFault {
  ERROR("F-20 error 500") {
    @Override
    void send(HttpExchange exchange, CampusReply page) throws IOException {
      CampusReply.html(500, "<h1>Error</h1>").send(exchange);
    }
  },
  BUSY("F-20 429 with Retry-After") {
    @Override
    void send(HttpExchange exchange, CampusReply page) throws IOException {
      exchange.getResponseHeaders().set("Retry-After", "300");
      CampusReply.html(429, "").send(exchange);
    }
  },
  BUSY_FOR_HOW_LONG("F-37 429 alone") {
    @Override
    void send(HttpExchange exchange, CampusReply page) throws IOException {
      CampusReply.html(429, "").send(exchange);
    }
  },
  LOGIN("F-21 login page") {
    @Override
    void send(HttpExchange exchange, CampusReply page) throws IOException {
      CampusReply.html(200, "<html><form action=\"/login\"><input type=\"password\"></form></html>")
          .send(exchange);
    }
  },
  GONE("F-27 vanished page") {
    @Override
    void send(HttpExchange exchange, CampusReply page) throws IOException {
      CampusReply.html(404, "<h1>Not Found</h1>").send(exchange);
    }
  },
  /** Complete for HTTP: nothing but its end tells. */
  CUT("F-22 page cut in its body") {
    @Override
    void send(HttpExchange exchange, CampusReply page) throws IOException {
      byte[] body = page.body();
      CampusReply.bytes(page.contentType(), Arrays.copyOf(body, body.length * 3 / 5))
          .send(exchange);
    }
  },
  /** The end of a form stands before the cut. */
  FORM("F-33 half a page behind a form") {
    @Override
    void send(HttpExchange exchange, CampusReply page) throws IOException {
      String form = "<form action=\"/search\"><input name=\"q\"></form>";
      byte[] body = page.text().replaceFirst("<body>", "<body>" + form).getBytes(UTF_8);
      CampusReply.bytes(page.contentType(), Arrays.copyOf(body, body.length * 3 / 5))
          .send(exchange);
    }
  },
  HALF("F-22 half a response") {
    @Override
    void send(HttpExchange exchange, CampusReply page) throws IOException {
      byte[] body = page.body();
      exchange.getResponseHeaders().set("Content-Type", page.contentType());
      exchange.sendResponseHeaders(200, body.length + 1L);
      exchange.getResponseBody().write(body, 0, body.length / 2);
    }
  },
  CLOSED("F-20 closed connection") {
    @Override
    void send(HttpExchange exchange, CampusReply page) {
      exchange.close();
    }
  },
  EMPTY("F-32 empty page") {
    @Override
    void send(HttpExchange exchange, CampusReply page) throws IOException {
      CampusReply.bytes(page.contentType(), new byte[0]).send(exchange);
    }
  },
  NULL("F-49 null") {
    @Override
    void send(HttpExchange exchange, CampusReply page) throws IOException {
      CampusReply.bytes(page.contentType(), NOTHING).send(exchange);
    }
  },
  LOOP("F-21 redirect loop") {
    @Override
    void send(HttpExchange exchange, CampusReply page) throws IOException {
      exchange.getResponseHeaders().set("Location", "?again=1");
      CampusReply.empty(302).send(exchange);
    }
  },
  HUGE("F-20 50 MB") {
    @Override
    void send(HttpExchange exchange, CampusReply page) throws IOException {
      byte[] megabyte = new byte[1_000_000];
      Arrays.fill(megabyte, (byte) 'x');
      exchange.getResponseHeaders().set("Content-Type", page.contentType());
      exchange.sendResponseHeaders(200, 0);
      OutputStream body = exchange.getResponseBody();
      for (int i = 0; i < 50; i++) {
        body.write(megabyte);
      }
    }
  },
  /** Silences its host for a day: seldom, because little else is played then. */
  FAR("F-24 Retry-After 2058") {
    @Override
    void send(HttpExchange exchange, CampusReply page) throws IOException {
      exchange.getResponseHeaders().set("Retry-After", "Tue, 01 Jan 2058 00:00:00 GMT");
      CampusReply.html(503, "").send(exchange);
    }
  };

  private static final byte[] NOTHING = "null".getBytes(UTF_8);

  private final String label;

  SiteFault(String label) {
    this.label = label;
  }

  /** Responds so to a request that would have got a page. */
  abstract void send(HttpExchange exchange, CampusReply page) throws IOException;

  /** Its name in the table, with the number of a defect that it provoked once. */
  @Override
  public String toString() {
    return label;
  }
}
