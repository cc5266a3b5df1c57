package app.oegukmin.local.metric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads metrics from what functions write to standard output, in CloudWatch's Embedded Metric
 * Format. Any other line is ignored.
 */
public final class MetricLines {

  private static final JsonMapper JSON = new JsonMapper();

  private final MetricStore store;

  /** Puts what it reads into a store. */
  public MetricLines(MetricStore store) {
    this.store = store;
  }

  /** Takes some output, whole lines. */
  public void read(String output) {
    output.lines().filter(line -> line.startsWith("{\"_aws\"")).forEach(this::line);
  }

  private void line(String text) {
    JsonNode line;
    try {
      line = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      // CloudWatch takes it for a line of the log.
      return;
    }
    Instant at = Instant.ofEpochMilli(line.at("/_aws/Timestamp").asLong());
    for (JsonNode directive : line.at("/_aws/CloudWatchMetrics")) {
      for (JsonNode names : directive.path("Dimensions")) {
        for (JsonNode metric : directive.path("Metrics")) {
          String name = metric.path("Name").asText();
          Metric named =
              new Metric(directive.path("Namespace").asText(), name, dimensions(line, names));
          store.put(named, at, line.path(name).asDouble());
        }
      }
    }
  }

  private static Map<String, String> dimensions(JsonNode line, JsonNode names) {
    Map<String, String> dimensions = new HashMap<>();
    names.forEach(name -> dimensions.put(name.asText(), line.path(name.asText()).asText()));
    return dimensions;
  }
}
