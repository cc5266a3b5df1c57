package app.oegukmin.local.event;

import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Queue;
import app.oegukmin.template.QueueSource;

/**
 * A queue of the template that triggers a function.
 *
 * @param function the function's logical id
 */
public record QueueTrigger(String function, Queue queue, QueueSource source) {

  /** What Lambda polls with before it sees how much there is. */
  private static final int CONCURRENCY_WITHOUT_LIMIT = 5;

  /** SQS hands out no more at once. */
  private static final int LARGEST_RECEIVE = 10;

  String name() {
    return queue.logicalId() + " → " + function;
  }

  String arn() {
    return "arn:aws:sqs:%s:%s:%s".formatted(LocalNames.REGION, LocalNames.ACCOUNT, queue.name());
  }

  int batchSize() {
    return Math.min(source.batch().size(), LARGEST_RECEIVE);
  }

  int concurrency() {
    return source.maximumConcurrency().orElse(CONCURRENCY_WITHOUT_LIMIT);
  }
}
