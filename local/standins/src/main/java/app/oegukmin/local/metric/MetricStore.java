package app.oegukmin.local.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The values of all metrics for some hours, in memory. Safe for use by many threads. */
public final class MetricStore {

  private static final Duration KEPT = Duration.ofHours(25);

  private final Map<Metric, Deque<Value>> values = new ConcurrentHashMap<>();

  private record Value(Instant at, double number) {}

  /** Adds a value. */
  public void put(Metric metric, Instant at, double number) {
    values.compute(
        metric,
        (key, known) -> {
          Deque<Value> all = known == null ? new ArrayDeque<>() : known;
          all.addLast(new Value(at, number));
          while (all.getFirst().at().isBefore(at.minus(KEPT))) {
            all.removeFirst();
          }
          return all;
        });
  }

  /**
   * The statistics of the periods that have a value, the oldest first. Periods begin at whole
   * multiples of their length, as CloudWatch's do.
   *
   * @param from the first instant that counts
   * @param to the first that does not
   */
  public List<Point> points(Metric metric, Instant from, Instant to, Duration period) {
    Map<Instant, Point> points = new TreeMap<>();
    values.computeIfPresent(
        metric,
        (key, all) -> {
          all.stream()
              .filter(value -> !value.at().isBefore(from) && value.at().isBefore(to))
              .map(value -> Point.of(start(value.at(), period), value.number()))
              .forEach(point -> points.merge(point.start(), point, Point::plus));
          return all;
        });
    return List.copyOf(points.values());
  }

  private static Instant start(Instant at, Duration period) {
    long seconds = at.getEpochSecond();
    return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, period.toSeconds()));
  }
}
