package app.oegukmin.local.socket;

import app.oegukmin.local.api.GatewayException;
import app.oegukmin.local.api.Integration;
import app.oegukmin.local.api.Json;
import app.oegukmin.local.function.Functions;
import app.oegukmin.template.SocketApi;
import app.oegukmin.template.SocketApi.SocketRoute;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what clients send to the function of its route. Safe for use by many threads. */
final class Messages {

  private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
  private static final String BODY = "$request.body.";

  private final SocketApi api;
  private final SocketEvent events;
  private final Integration integration;
  private final InstantSource clock;

  /**
   * The routes of an API.
   *
   * @throws IllegalArgumentException when its messages do not name their route in their body
   */
  Messages(SocketApi api, Functions functions, InstantSource clock) {
    if (!api.selection().startsWith(BODY)) {
      throw new IllegalArgumentException(api.selection() + " is not supported here");
    }
    this.api = api;
    this.events = new SocketEvent(api);
    this.integration = new Integration(functions);
    this.clock = clock;
  }

  /** Handles one message; the response goes back where the route has one. */
  void receive(Connection connection, String body) {
    connection.touch();
    Optional<SocketRoute> route = route(body);
    String key = route.map(SocketRoute::key).orElse("$default");
    ObjectNode event = events.message(connection, key, body, clock.instant());
    if (route.isEmpty()) {
      connection.send(failure("Forbidden", event));
      return;
    }
    try {
      JsonNode response = integration.call(route.get().function(), route.get().timeout(), event);
      if (route.get().responds() && response.path("body").isTextual()) {
        connection.send(response.path("body").asText());
      }
    } catch (GatewayException e) {
      LOG.warn("{} of {}: {}", key, connection.id(), e.reason());
      connection.send(failure("Internal server error", event));
    }
  }

  /** Tells the function that a client is gone; as on AWS, once and without another try. */
  void disconnect(Connection connection, int status, String reason) {
    Optional<SocketRoute> route = api.route("$disconnect");
    if (route.isPresent()) {
      ObjectNode event = events.disconnect(connection, status, reason, clock.instant());
      try {
        integration.call(route.get().function(), route.get().timeout(), event);
      } catch (GatewayException e) {
        LOG.warn("$disconnect of {}: {}", connection.id(), e.reason());
      }
    }
  }

  private Optional<SocketRoute> route(String body) {
    String path = "/" + api.selection().substring(BODY.length()).replace('.', '/');
    String key = Json.read(body.getBytes(StandardCharsets.UTF_8)).at(path).asText("");
    // The keys of the gateway's own routes are none of a client's.
    return Optional.of(key)
        .filter(named -> !named.startsWith("$"))
        .flatMap(api::route)
        .or(() -> api.route("$default"));
  }

  private static String failure(String message, ObjectNode event) {
    JsonNode context = event.path("requestContext");
    return Json.object()
        .put("message", message)
        .put("connectionId", context.path("connectionId").asText())
        .put("requestId", context.path("requestId").asText())
        .toString();
  }
}
