package app.oegukmin.template;

/** Reads {@code AWS::SQS::Queue}. */
final class QueueReader {

  private static final int DEFAULT_VISIBILITY_SECONDS = 30;
  private static final int DEFAULT_RETENTION_SECONDS = 345_600;

  private QueueReader() {}

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

  private static Queue.Redrive redrive(Resources resources, Section queue) {
    Section policy = queue.section("RedrivePolicy");
    return new Queue.Redrive(
        resources.owner(Resources.QUEUE, "Arn", policy, "deadLetterTargetArn"),
        policy
            .number("maxReceiveCount")
            .orElseThrow(() -> new TemplateException(policy.line(), "maxReceiveCount is missing")));
  }
}
