package app.oegukmin.template;

import java.time.Duration;
import java.util.Optional;

/**
 * An SQS queue. One that keeps the order of its messages has a name that ends in {@code .fifo}.
 *
 * @param visibility how long a received message stays hidden
 * @param retention how long a message is kept
 */
public record Queue(
    String logicalId,
    String name,
    String url,
    Duration visibility,
    Duration retention,
    Optional<Redrive> redrive) {

  /**
   * Where messages go that were received too often.
   *
   * @param deadLetterQueue logical id of a queue of this template
   */
  public record Redrive(String deadLetterQueue, int maxReceiveCount) {}

  private static final int DEFAULT_VISIBILITY_SECONDS = 30;
  private static final int DEFAULT_RETENTION_SECONDS = 345_600;

  /** Reads {@code AWS::SQS::Queue}. */
  static Queue read(Resources resources, Resource resource) {
    Section queue =
        resource
            .properties()
            .only(
                "FifoQueue",
                "VisibilityTimeout",
                "MessageRetentionPeriod",
                "RedrivePolicy",
                "RedriveAllowPolicy",
                "ReceiveMessageWaitTimeSeconds",
                "SqsManagedSseEnabled",
                "KmsMasterKeyId",
                "Tags");
    String id = resource.logicalId();
    return new Queue(
        id,
        resources.attribute(resource, "QueueName"),
        resources.reference(resource),
        queue.seconds("VisibilityTimeout", DEFAULT_VISIBILITY_SECONDS),
        queue.seconds("MessageRetentionPeriod", DEFAULT_RETENTION_SECONDS),
        queue.find("RedrivePolicy").map(policy -> redrive(resources, id, queue)));
  }

  /** Whether it keeps the order of its messages. */
  public boolean fifo() {
    return name.endsWith(Resource.FIFO);
  }

  private static Redrive redrive(Resources resources, String id, Section queue) {
    Section policy = queue.section("RedrivePolicy");
    String deadLetters = resources.owner(Resources.QUEUE, "Arn", policy, "deadLetterTargetArn");
    if (resources.fifo(id) != resources.fifo(deadLetters)) {
      throw new TemplateException(
          policy.line(), "the dead letters of a FIFO queue, and of no other, are a FIFO queue");
    }
    return new Redrive(
        deadLetters,
        policy
            .number("maxReceiveCount")
            .orElseThrow(() -> new TemplateException(policy.line(), "maxReceiveCount is missing")));
  }
}
