package app.oegukmin.local.metric;

import app.oegukmin.template.Alarm;
import app.oegukmin.template.Alarm.MissingData;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells whether an alarm of the template rings, over the values of a store. The newest period is
 * the one that has begun last before now, which CloudWatch evaluates each minute, too.
 */
public final class AlarmState {

  private final MetricStore store;

  /** Looks into a store. */
  public AlarmState(MetricStore store) {
    this.store = store;
  }

  /** Whether an alarm rings at a moment. */
  public boolean rings(Alarm alarm, Instant now) {
    Map<Instant, Point> points = points(alarm, now);
    long period = alarm.period().toSeconds();
    long newest = now.getEpochSecond() - Math.floorMod(now.getEpochSecond(), period);
    long breaches =
        IntStream.range(0, alarm.periods())
            .mapToObj(back -> Instant.ofEpochSecond(newest - back * period))
            .filter(start -> breaches(alarm, points.get(start)))
            .count();
    return breaches >= alarm.breachesNeeded();
  }

  private Map<Instant, Point> points(Alarm alarm, Instant now) {
    Metric metric = new Metric(alarm.namespace(), alarm.metric(), alarm.dimensions());
    Instant from = now.minus(alarm.period().multipliedBy(alarm.periods() + 1L));
    return store.points(metric, from, now.plusSeconds(1), alarm.period()).stream()
        .collect(Collectors.toMap(Point::start, Function.identity()));
  }

  private static boolean breaches(Alarm alarm, Point point) {
    if (point == null) {
      return alarm.missingData() == MissingData.BREACHING;
    }
    double value =
        switch (alarm.statistic()) {
          case SUM -> point.sum();
          case MAXIMUM -> point.maximum();
        };
    return value > alarm.threshold();
  }
}
