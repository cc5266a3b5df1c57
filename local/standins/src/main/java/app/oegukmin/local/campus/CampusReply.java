package app.oegukmin.local.campus;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A response of a site. */
final class CampusReply {

  private final int status;
  private final String contentType;
  private final byte[] body;

  private CampusReply(int status, String contentType, byte[] body) {
    this.status = status;
    this.contentType = contentType;
    this.body = body.clone();
  }

  static CampusReply html(String page) {
    return html(200, page);
  }

  static CampusReply html(int status, String page) {
    return new CampusReply(status, "text/html;charset=UTF-8", utf8(page));
  }

  static CampusReply xml(String feed) {
    return new CampusReply(200, "text/xml;charset=UTF-8", utf8(feed));
  }

  static CampusReply json(int status, String body) {
    return new CampusReply(status, "application/json;charset=UTF-8", utf8(body));
  }

  static CampusReply bytes(String contentType, byte[] body) {
    return new CampusReply(200, contentType, body);
  }

  static CampusReply empty(int status) {
    return new CampusReply(status, "text/html;charset=UTF-8", new byte[0]);
  }

  void send(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  /** The body of what is text, as UTF-8. */
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  byte[] body() {
    return body.clone();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
