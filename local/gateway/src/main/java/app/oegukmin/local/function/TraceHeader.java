package app.oegukmin.local.function;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * X-Ray's trace header of an invocation. Its lineage is what Lambda's recursive loop detection
 * counts by: how often each function ran in this chain of invocations.
 *
 * @param root the trace, {@code 1-5759e988-bd862e3fe1be46a994272793}
 * @param lineage runs by the function's logical id
 */
public record TraceHeader(String root, Map<String, Integer> lineage) {

  /** The header of HTTP, and what an SQS message keeps it as. */
  static final String NAME = "X-Amzn-Trace-Id";

  /** How often a function runs in one chain before Lambda stops it (Lambda's guide, recursion). */
  private static final int MOST_RUNS = 16;

  private static final Pattern ROOT = Pattern.compile("Root=([^;]*)");
  private static final Pattern RUNS = Pattern.compile("([^=;|:]+):(\\d+)");

  /** Of an event that no function made. */
  public static final TraceHeader NONE = new TraceHeader("", Map.of());

  /** Reads {@code Root=…;Sampled=0;Lineage=OrderFunction:2|…}; other parts are left out. */
  public static TraceHeader parse(String header) {
    Map<String, Integer> runs = new TreeMap<>();
    RUNS.matcher(header)
        .results()
        .forEach(entry -> runs.put(entry.group(1), Integer.valueOf(entry.group(2))));
    Matcher root = ROOT.matcher(header);
    return new TraceHeader(root.find() ? root.group(1) : "", runs);
  }

  /**
   * The header of an invocation with several messages: the trace of the first, and of each function
   * the highest count, because AWS does not document which one it takes.
   */
  public static TraceHeader join(Collection<TraceHeader> headers) {
    Map<String, Integer> most = new TreeMap<>();
    headers.forEach(
        header -> header.lineage.forEach((id, runs) -> most.merge(id, runs, Math::max)));
    String root = headers.stream().map(TraceHeader::root).findFirst().orElse("");
    return new TraceHeader(root, most);
  }

  /** Whether the function ran so often in this chain that Lambda does not run it again. */
  boolean loops(String function) {
    return lineage.getOrDefault(function, 0) >= MOST_RUNS;
  }

  /** The header within a run of the function; it begins a trace where there is none. */
  TraceHeader running(String function, Instant now) {
    Map<String, Integer> runs = new TreeMap<>(lineage);
    runs.merge(function, 1, Integer::sum);
    return new TraceHeader(root.isEmpty() ? newRoot(now) : root, runs);
  }

  /** The root of a new trace, {@code 1-<seconds in hex>-<24 random hex digits>}. */
  public static String newRoot(Instant now) {
    String random = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    return "1-%08x-%s".formatted(now.getEpochSecond(), random);
  }

  /** The header as it is sent. */
  @Override
  public String toString() {
    String runs =
        lineage.entrySet().stream()
            .map(entry -> entry.getKey() + ":" + entry.getValue())
            .collect(Collectors.joining("|"));
    return "Root=" + root + ";Sampled=0" + (runs.isEmpty() ? "" : ";Lineage=" + runs);
  }
}
