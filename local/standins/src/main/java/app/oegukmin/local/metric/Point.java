package app.oegukmin.local.metric;

import java.time.Instant;

/** The statistics of one period. */
public record Point(Instant start, double sum, double maximum, long count) {

  static Point of(Instant start, double number) {
    return new Point(start, number, number, 1);
  }

  Point plus(Point other) {
    return new Point(start, sum + other.sum, Math.max(maximum, other.maximum), count + other.count);
  }
}
