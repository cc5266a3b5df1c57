package app.oegukmin.template;

import java.time.Duration;

/**
 * How an event source mapping gathers records for one invocation.
 *
 * @param size the most records of one invocation
 * @param window how long to gather before an incomplete batch goes out
 * @param reportsFailures whether the response's {@code batchItemFailures} counts
 */
public record Batch(int size, Duration window, boolean reportsFailures) {

  /** Reads the keys that SQS and DynamoDB mappings share. */
  static Batch read(Section event, int defaultSize) {
    return new Batch(
        event.number("BatchSize").orElse(defaultSize),
        event.seconds("MaximumBatchingWindowInSeconds", 0),
        event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"));
  }
}
