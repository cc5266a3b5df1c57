package app.oegukmin.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the events of a request for a function and for an authorizer (aws §2 #2 to #13). */
final class ProxyEvent {

  private static final Set<String> DROPPED =
      Set.of(
          "connection",
          "content-length",
          "content-md5",
          "expect",
          "max-forwards",
          "proxy-authenticate",
          "server",
          "te",
          "transfer-encoding",
          "trailer",
          "upgrade",
          "www-authenticate");

  private static final Map<String, String> RESPELLED =
      Map.of("authorization", "Authorization", "user-agent", "User-Agent");

  private ProxyEvent() {}

  /** The event of a Lambda proxy integration. */
  static ObjectNode forFunction(Exchange exchange, byte[] body, MediaTypes binary)
      throws GatewayException {
    ObjectNode event = Json.object();
    addRequest(event, exchange);
    boolean base64 = body.length > 0 && binary.matchContentType(exchange.request().headers());
    event.set("requestContext", exchange.context());
    event.put("body", body.length == 0 ? null : text(body, base64));
    event.put("isBase64Encoded", base64);
    // Only the function's event says null for nothing (aws §2 #7).
    event.properties().forEach(entry -> entry.setValue(nullIfEmpty(entry.getValue())));
    return event;
  }

  /** The event of a REQUEST authorizer: no body, and empty where there is nothing. */
  static ObjectNode forAuthorizer(Exchange exchange, String methodArn) throws GatewayException {
    ObjectNode event = Json.object();
    event.put("type", "REQUEST").put("methodArn", methodArn);
    addRequest(event, exchange);
    event.set("requestContext", exchange.context());
    return event;
  }

  private static void addRequest(ObjectNode event, Exchange exchange) throws GatewayException {
    Map<String, List<String>> headers = headers(exchange);
    Map<String, List<String>> query = Query.parse(exchange.request().query());
    event
        .put("resource", exchange.resource())
        .put("path", exchange.path())
        .put("httpMethod", exchange.request().method());
    event.set("headers", Json.object(last(headers)));
    event.set("multiValueHeaders", Json.lists(headers));
    event.set("queryStringParameters", Json.object(last(query)));
    event.set("multiValueQueryStringParameters", Json.lists(query));
    event.set("pathParameters", Json.object(exchange.pathParameters()));
    event.set("stageVariables", Json.object(exchange.stage().variables()));
  }

  private static Map<String, List<String>> headers(Exchange exchange) {
    Headers sent = exchange.request().headers();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Headers.Header line : sent.lines()) {
      String name = line.name().toLowerCase(Locale.ROOT);
      if (!DROPPED.contains(name)) {
        headers
            .computeIfAbsent(RESPELLED.getOrDefault(name, line.name()), key -> new ArrayList<>())
            .add(line.value());
      }
    }
    addForwarded(headers, exchange);
    return headers;
  }

  /** What the gateway adds (aws §2 #10); locally there is no TLS in front. */
  private static void addForwarded(Map<String, List<String>> headers, Exchange exchange) {
    Headers sent = exchange.request().headers();
    headers.keySet().removeIf(ProxyEvent::isForwarded);
    String address = exchange.request().sourceIp();
    String before = sent.last("X-Forwarded-For").map(addresses -> addresses + ", ").orElse("");
    String host = sent.last("Host").orElse("");
    int colon = host.lastIndexOf(':');
    headers.put("X-Amzn-Trace-Id", List.of(exchange.traceId()));
    headers.put("X-Forwarded-For", List.of(before + address));
    headers.put("X-Forwarded-Port", List.of(colon < 0 ? "80" : host.substring(colon + 1)));
    headers.put("X-Forwarded-Proto", List.of("http"));
  }

  private static boolean isForwarded(String name) {
    return Set.of("x-amzn-trace-id", "x-forwarded-for", "x-forwarded-port", "x-forwarded-proto")
        .contains(name.toLowerCase(Locale.ROOT));
  }

  private static Map<String, String> last(Map<String, List<String>> values) {
    return values.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().getLast(),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static String text(byte[] body, boolean base64) {
    return base64
        ? Base64.getEncoder().encodeToString(body)
        : new String(body, StandardCharsets.UTF_8);
  }

  private static JsonNode nullIfEmpty(JsonNode node) {
    return node.isObject() && node.isEmpty() ? NullNode.getInstance() : node;
  }
}
