package app.oegukmin.shared.metric;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/**
 * Metrics in CloudWatch's Embedded Metric Format: one line on standard output becomes a metric,
 * with no call and no permission. A line of ours, because the library for it starts a second JSON
 * stack. Safe for use by many threads.
 *
 * <pre>{@code
 * metrics.count("EmptyBoards", 1);
 * metrics.by("Vendor", "deepl").record("CallTime", 312, Unit.MILLISECONDS);
 * }</pre>
 */
public final class Metrics {

  private static final String NAMESPACE = "Oegukmin";
  private static final String SERVICE = "Service";

  private final String service;
  private final Map<String, String> dimension;
  private final Map<String, String> notes;
  private final Clock clock;
  private final PrintStream out;

  /** Metrics of one function, told apart by the dimension {@code Service}. */
  public Metrics(String service, Clock clock, PrintStream out) {
    this(service, Map.of(), Map.of(), clock, out);
  }

  private Metrics(
      String service,
      Map<String, String> dimension,
      Map<String, String> notes,
      Clock clock,
      PrintStream out) {
    this.service = service;
    this.dimension = dimension;
    this.notes = notes;
    this.clock = clock;
    this.out = out;
  }

  /**
   * These metrics, told apart by one more dimension. Each still counts for the function as a whole,
   * which is what alarms look at. Each value is a metric of its own and costs as much: name few.
   */
  public Metrics by(String name, String value) {
    return new Metrics(service, Map.of(name, value), notes, clock, out);
  }

  /**
   * These metrics, whose lines also say what they are about. A note is no metric and costs nothing;
   * Logs Insights finds it.
   */
  public Metrics noting(String name, String text) {
    return new Metrics(service, dimension, Map.of(name, text), clock, out);
  }

  /** Adds a number to a metric. */
  public void count(String name, long value) {
    record(name, value, Unit.COUNT);
  }

  /** Adds a measurement to a metric. */
  public void record(String name, long value, Unit unit) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    ObjectNode directive = line.putObject("_aws").put("Timestamp", clock.millis());
    ObjectNode set = directive.putArray("CloudWatchMetrics").addObject();
    set.put("Namespace", NAMESPACE);
    ArrayNode dimensions = set.putArray("Dimensions");
    dimensions.addArray().add(SERVICE);
    dimension.keySet().forEach(more -> dimensions.addArray().add(SERVICE).add(more));
    set.putArray("Metrics").addObject().put("Name", name).put("Unit", unit.text());
    line.put(SERVICE, service).put(name, value);
    dimension.forEach(line::put);
    notes.forEach(line::put);
    out.println(line);
  }
}
