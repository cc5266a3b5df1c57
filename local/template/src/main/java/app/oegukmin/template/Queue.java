package app.oegukmin.template;

import java.time.Duration;
import java.util.Optional;

/**
 * A standard SQS queue.
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
        resources.names().attribute(id, Resources.QUEUE, "QueueName"),
        resources.reference(resource),
        queue.seconds("VisibilityTimeout", DEFAULT_VISIBILITY_SECONDS),
        queue.seconds("MessageRetentionPeriod", DEFAULT_RETENTION_SECONDS),
        queue.find("RedrivePolicy").map(policy -> redrive(resources, queue)));
  }

  private static Redrive redrive(Resources resources, Section queue) {
    Section policy = queue.section("RedrivePolicy");
    return new Redrive(
        resources.owner(Resources.QUEUE, "Arn", policy, "deadLetterTargetArn"),
        policy
            .number("maxReceiveCount")
            .orElseThrow(() -> new TemplateException(policy.line(), "maxReceiveCount is missing")));
  }
}
