package app.oegukmin.local.metric;

import java.util.Map;

/**
 * A metric. Each set of dimensions is a metric of its own.
 *
 * @param dimensions values by name
 */
public record Metric(String namespace, String name, Map<String, String> dimensions) {

  public Metric {
    dimensions = Map.copyOf(dimensions);
  }
}
