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
 * metrics.count("TranslatedCharacters", 1200);
 * metrics.by("Vendor", "deepl").record("CallTime", 312, Unit.MILLISECONDS);
 * metrics.tell(Trouble.LIMIT_OPENED_BY_OUTAGE);
 * }</pre>
 */
public final class Metrics {

  private static final String NAMESPACE = "Oegukmin";
  private static final String SERVICE = "Service";
  private static final String TROUBLE = "Trouble";
  private static final String KIND = "Kind";

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

  /**
   * Tells the operator of a trouble. All functions share one metric, {@code Trouble}, with the
   * dimension {@code Kind}, so that one alarm per kind watches them all; the line names the
   * service.
   */
  public void tell(Trouble trouble) {
    tell(trouble, 1);
  }

  /** Tells of some troubles of one kind. */
  public void tell(Trouble trouble, long count) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    ObjectNode set = metric(line, TROUBLE, Unit.COUNT);
    set.putArray("Dimensions").addArray().add(KIND);
    line.put(KIND, trouble.kind()).put(TROUBLE, count).put(SERVICE, service);
    notes.forEach(line::put);
    out.println(line);
  }

  /** Adds a measurement to a metric. */
  public void record(String name, long value, Unit unit) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    ArrayNode dimensions = metric(line, name, unit).putArray("Dimensions");
    dimensions.addArray().add(SERVICE);
    dimension.keySet().forEach(more -> dimensions.addArray().add(SERVICE).add(more));
    line.put(SERVICE, service).put(name, value);
    dimension.forEach(line::put);
    notes.forEach(line::put);
    out.println(line);
  }

  private ObjectNode metric(ObjectNode line, String name, Unit unit) {
    ObjectNode directive = line.putObject("_aws").put("Timestamp", clock.millis());
    ObjectNode set = directive.putArray("CloudWatchMetrics").addObject();
    set.put("Namespace", NAMESPACE);
    set.putArray("Metrics").addObject().put("Name", name).put("Unit", unit.text());
    return set;
  }
}
