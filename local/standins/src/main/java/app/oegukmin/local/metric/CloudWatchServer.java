package app.oegukmin.local.metric;

import app.oegukmin.local.standin.CannedResponse;
import app.oegukmin.local.standin.FaultInjector;
import app.oegukmin.local.standin.FaultProfile;
import app.oegukmin.local.standin.LoopbackServer;
import app.oegukmin.local.standin.StandIn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays CloudWatch over a store: GetMetricStatistics, and nothing else, in the protocol that AWS's
 * client speaks (Smithy RPC v2 over CBOR).
 */
public final class CloudWatchServer implements AutoCloseable {

  private static final ObjectMapper CBOR = new CBORMapper();
  private static final String TYPE = "application/cbor";
  private static final String OPERATION = "/operation/GetMetricStatistics";

  /** AWS's client waits 30 seconds by default. */
  private static final FaultProfile FAULTS =
      new FaultProfile(
          Duration.ofSeconds(35),
          new CannedResponse(400, "application/json", "{\"__type\":\"Throttling\"}"),
          false,
          new CannedResponse(200, TYPE, "not CBOR"));

  private final MetricStore store;
  private final FaultInjector faults;
  private final LoopbackServer server;

  private CloudWatchServer(MetricStore store, InstantSource clock) throws IOException {
    this.store = store;
    this.faults = new FaultInjector(FAULTS, clock);
    this.server = LoopbackServer.start(faults, this::serve);
  }

  /**
   * Starts one on a free port of 127.0.0.1.
   *
   * @param clock tells when an injected fault is over
   */
  public static CloudWatchServer start(MetricStore store, InstantSource clock) throws IOException {
    return new CloudWatchServer(store, clock);
  }

  /** The store it tells of. */
  public MetricStore metrics() {
    return store;
  }

  /** What {@code make fail} is told about it. */
  public StandIn standIn() {
    return new StandIn("cloudwatch", endpoint(), faults);
  }

  /** The endpoint for an SDK. */
  public URI endpoint() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (!path.endsWith(OPERATION)) {
        respond(exchange, 400, error("Not played: " + path));
        return;
      }
      respond(exchange, 200, statistics(CBOR.readTree(exchange.getRequestBody())));
    }
  }

  private ObjectNode statistics(JsonNode request) {
    ObjectNode response = CBOR.createObjectNode().put("Label", text(request, "MetricName"));
    ArrayNode datapoints = response.putArray("Datapoints");
    for (Point point : points(request)) {
      ObjectNode datapoint = datapoints.addObject();
      // The client reads a timestamp without CBOR's tag, too.
      datapoint.put("Timestamp", (double) point.start().getEpochSecond());
      datapoint.put("Sum", point.sum()).put("Maximum", point.maximum()).put("Unit", "None");
    }
    return response;
  }

  private List<Point> points(JsonNode request) {
    Map<String, String> dimensions = new HashMap<>();
    request
        .path("Dimensions")
        .forEach(one -> dimensions.put(text(one, "Name"), text(one, "Value")));
    return store.points(
        new Metric(text(request, "Namespace"), text(request, "MetricName"), dimensions),
        time(request, "StartTime"),
        time(request, "EndTime"),
        Duration.ofSeconds(request.path("Period").asLong()));
  }

  private static String text(JsonNode request, String field) {
    return request.path(field).asText();
  }

  private static Instant time(JsonNode request, String field) {
    return Instant.ofEpochMilli((long) (request.path(field).asDouble() * 1000));
  }

  private static ObjectNode error(String message) {
    return CBOR.createObjectNode().put("__type", "UnknownOperation").put("message", message);
  }

  private static void respond(HttpExchange exchange, int status, ObjectNode body)
      throws IOException {
    byte[] bytes = CBOR.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", TYPE);
    exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
