package app.oegukmin.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Header lines of a function's response (aws §2 #17 to #20). */
final class ResponseHeaders {

  /**
   * Lower case → spelling after the prefix, for headers that belong to the connection and not to
   * the function.
   */
  private static final Map<String, String> REMAPPED =
      Map.of(
          "connection", "Connection",
          "content-length", "Content-Length",
          "date", "Date",
          "server", "Server",
          "www-authenticate", "WWW-Authenticate");

  private record Line(String name, List<String> values) {}

  private final Map<String, Line> lines = new LinkedHashMap<>();

  private ResponseHeaders() {}

  /**
   * Merges {@code headers} into {@code multiValueHeaders}; the latter come first and their spelling
   * wins.
   *
   * @throws GatewayException 502 when either is malformed
   */
  static Headers of(JsonNode single, JsonNode multi) throws GatewayException {
    ResponseHeaders headers = new ResponseHeaders();
    ProxyResponse.require(isMap(single) && isMap(multi), "headers are no object");
    for (Map.Entry<String, JsonNode> entry : multi.properties()) {
      ProxyResponse.require(entry.getValue().isArray(), "a multi-value header is no list");
      for (JsonNode value : entry.getValue()) {
        headers.add(entry.getKey(), value);
      }
    }
    for (Map.Entry<String, JsonNode> entry : single.properties()) {
      if (!headers.has(entry.getKey(), entry.getValue().asText())) {
        headers.add(entry.getKey(), entry.getValue());
      }
    }
    return headers.finish();
  }

  private static boolean isMap(JsonNode node) {
    return node.isObject() || ProxyResponse.isAbsent(node);
  }

  private boolean has(String name, String value) {
    Line line = lines.get(name.toLowerCase(Locale.ROOT));
    return line != null && line.values().contains(value);
  }

  private void add(String name, JsonNode value) throws GatewayException {
    ProxyResponse.require(value.isTextual() || value.isBoolean(), "a header is no text");
    lines
        .computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new Line(name, new ArrayList<>()))
        .values()
        .add(value.asText());
  }

  private Headers finish() {
    Headers headers = Headers.none();
    for (Map.Entry<String, Line> entry : lines.entrySet()) {
      String remapped = REMAPPED.get(entry.getKey());
      String name = remapped == null ? entry.getValue().name() : "x-amzn-Remapped-" + remapped;
      for (String value : entry.getValue().values()) {
        headers = headers.with(name, value);
      }
    }
    headers = headers.without("Transfer-Encoding");
    return headers.has("Content-Type") ? headers : headers.with("Content-Type", "application/json");
  }
}
