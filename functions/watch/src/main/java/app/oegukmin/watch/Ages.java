package app.oegukmin.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * Asks CloudWatch how long the oldest piece of work has waited. It uses GetMetricStatistics,
 * because GetMetricData is billed from the first metric on.
 */
final class Ages {

  /** SQS publishes every minute, with some minutes of delay. */
  private static final Duration LOOK_BACK = Duration.ofMinutes(15);

  private static final int PERIOD_SECONDS = 300;

  private final CloudWatchClient client;
  private final Clock clock;

  Ages(CloudWatchClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** The newest age known; zero where CloudWatch has none, as of a queue that nobody uses. */
  Duration oldest(Waiting source) {
    Instant now = clock.instant();
    return client
        .getMetricStatistics(
            get ->
                get.namespace(source.namespace())
                    .metricName(source.metric())
                    .dimensions(source.cloudWatchDimension())
                    .startTime(now.minus(LOOK_BACK))
                    .endTime(now)
                    .period(PERIOD_SECONDS)
                    .statistics(Statistic.MAXIMUM))
        .datapoints()
        .stream()
        .max(Comparator.comparing(Datapoint::timestamp))
        .map(point -> source.age(point.maximum()))
        .orElse(Duration.ZERO);
  }
}
