package app.oegukmin.shared.metric;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Clock;

/**
 * Counts in CloudWatch's Embedded Metric Format: one line on standard output becomes a metric, with
 * no call and no permission. A line of ours, because the library for it starts a second JSON stack.
 */
public final class Metrics {

  private static final String NAMESPACE = "Oegukmin";

  private final String service;
  private final Clock clock;
  private final PrintStream out;

  /** Metrics of one function, told apart by the dimension {@code Service}. */
  public Metrics(String service, Clock clock, PrintStream out) {
    this.service = service;
    this.clock = clock;
    this.out = out;
  }

  /** Adds a number to a metric. */
  public void count(String name, long value) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    ObjectNode directive = line.putObject("_aws").put("Timestamp", clock.millis());
    ObjectNode set = directive.putArray("CloudWatchMetrics").addObject();
    set.put("Namespace", NAMESPACE);
    set.putArray("Dimensions").addArray().add("Service");
    set.putArray("Metrics").addObject().put("Name", name).put("Unit", "Count");
    line.put("Service", service).put(name, value);
    out.println(line);
  }
}
