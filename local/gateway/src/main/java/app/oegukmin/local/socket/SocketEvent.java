package app.oegukmin.local.socket;

import app.oegukmin.local.api.Headers;
import app.oegukmin.local.api.Json;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.SocketApi;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes the events of a WebSocket API, as in API Gateway's guide, "Set up a WebSocket API
 * integration request" and "Lambda authorizer input"; headers of the handshake are from memory.
 */
final class SocketEvent {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final Set<String> DROPPED = Set.of("connection", "upgrade", "content-length");

  private final SocketApi api;

  SocketEvent(SocketApi api) {
    this.api = api;
  }

  /** What the authorizer judges. */
  ObjectNode authorize(Handshake handshake, String methodArn) {
    ObjectNode event = Json.object().put("type", "REQUEST").put("methodArn", methodArn);
    addRequest(event, handshake);
    event.set("stageVariables", Json.object());
    event.set("requestContext", context(handshake, "$connect", "CONNECT", handshake.at()));
    return event;
  }

  /** A client that wants in. */
  ObjectNode connect(Handshake handshake, Optional<ObjectNode> authorizer) {
    ObjectNode event = Json.object();
    addRequest(event, handshake);
    ObjectNode context = context(handshake, "$connect", "CONNECT", handshake.at());
    authorizer.ifPresent(known -> context.set("authorizer", known));
    event.set("requestContext", context);
    return event.put("isBase64Encoded", false);
  }

  /** A message of a client. */
  ObjectNode message(Connection connection, String route, String body, Instant now) {
    ObjectNode context = context(connection.handshake(), route, "MESSAGE", now);
    context.put("messageId", Handshake.newId());
    connection.authorizer().ifPresent(known -> context.set("authorizer", known));
    ObjectNode event = Json.object();
    event.set("requestContext", context);
    return event.put("body", body).put("isBase64Encoded", false);
  }

  /** A client that is gone. */
  ObjectNode disconnect(Connection connection, int status, String reason, Instant now) {
    ObjectNode context = context(connection.handshake(), "$disconnect", "DISCONNECT", now);
    context.put("disconnectStatusCode", status).put("disconnectReason", reason);
    connection.authorizer().ifPresent(known -> context.set("authorizer", known));
    ObjectNode event = Json.object();
    addHeaders(
        event,
        new Headers(List.of(new Headers.Header("Host", host(connection.handshake().headers())))));
    event.set("requestContext", context);
    return event.put("isBase64Encoded", false);
  }

  private ObjectNode context(Handshake handshake, String route, String type, Instant now) {
    ObjectNode context =
        Json.object()
            .put("routeKey", route)
            .put("eventType", type)
            .put("extendedRequestId", Handshake.newId())
            .put("requestTime", TIME.format(now))
            .put("messageDirection", "IN")
            .put("stage", api.stage())
            .put("connectedAt", handshake.at().toEpochMilli())
            .put("requestTimeEpoch", now.toEpochMilli())
            .put("requestId", UUID.randomUUID().toString())
            .put("domainName", host(handshake.headers()))
            .put("connectionId", handshake.connectionId())
            .put("apiId", api.id())
            .put("accountId", LocalNames.ACCOUNT);
    ObjectNode identity = context.putObject("identity").put("sourceIp", handshake.sourceIp());
    handshake.headers().last("User-Agent").ifPresent(agent -> identity.put("userAgent", agent));
    return context;
  }

  private static void addRequest(ObjectNode event, Handshake handshake) {
    addHeaders(event, handshake.headers());
    Map<String, String> last = new LinkedHashMap<>();
    handshake.query().forEach((name, values) -> last.put(name, values.getLast()));
    if (!last.isEmpty()) {
      event.set("queryStringParameters", Json.object(last));
      event.set("multiValueQueryStringParameters", Json.lists(handshake.query()));
    }
  }

  private static void addHeaders(ObjectNode event, Headers headers) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Headers.Header line : headers.lines()) {
      if (!DROPPED.contains(line.name().toLowerCase(Locale.ROOT))) {
        all.computeIfAbsent(line.name(), name -> new ArrayList<>()).add(line.value());
      }
    }
    Map<String, String> last = new LinkedHashMap<>();
    all.forEach((name, values) -> last.put(name, values.getLast()));
    event.set("headers", Json.object(last));
    event.set("multiValueHeaders", Json.lists(all));
  }

  private static String host(Headers headers) {
    return headers.last("Host").orElse("").replaceFirst(":\\d+$", "");
  }
}
