package app.oegukmin.watch;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/**
 * A source of work whose oldest piece CloudWatch knows the age of.
 *
 * @param name of the queue, or of the function that reads a stream
 */
record Waiting(String namespace, String metric, String dimension, String name, Duration unit) {

  /** A queue. SQS itself has no such attribute. */
  static Waiting queue(String name) {
    return new Waiting(
        "AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", name, Duration.ofSeconds(1));
  }

  /** The streams that a function reads. */
  static Waiting streams(String function) {
    return new Waiting("AWS/Lambda", "IteratorAge", "FunctionName", function, Duration.ofMillis(1));
  }

  /** Queues and functions by their names, with spaces between. */
  static List<Waiting> of(String queues, String functions) {
    return Stream.concat(names(queues).map(Waiting::queue), names(functions).map(Waiting::streams))
        .toList();
  }

  private static Stream<String> names(String text) {
    return Stream.of(text.strip().split("\\s+"));
  }

  Dimension cloudWatchDimension() {
    return Dimension.builder().name(dimension).value(name).build();
  }

  Duration age(double value) {
    return Duration.ofNanos((long) (value * unit.toNanos()));
  }
}
