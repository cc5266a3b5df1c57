package app.oegukmin.engines;

import app.oegukmin.template.Queue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes the template's queues with their dead letter queues. */
public final class Queues {

  private Queues() {}

  /** Makes those that are not there yet, and gives each the attributes that the template has. */
  public static void create(SqsClient sqs, List<Queue> queues) {
    // Attributes come second: a dead letter queue must be there before it is referred to.
    var urls =
        queues.stream()
            .collect(
                Collectors.toMap(
                    Queue::logicalId,
                    queue ->
                        sqs.createQueue(r -> r.queueName(queue.name()).attributes(atBirth(queue)))
                            .queueUrl()));
    var names = queues.stream().collect(Collectors.toMap(Queue::logicalId, Queue::name));
    for (var queue : queues) {
      sqs.setQueueAttributes(
          r -> r.queueUrl(urls.get(queue.logicalId())).attributes(attributes(queue, names)));
    }
  }

  private static Map<QueueAttributeName, String> atBirth(Queue queue) {
    return queue.fifo() ? Map.of(QueueAttributeName.FIFO_QUEUE, "true") : Map.of();
  }

  private static Map<QueueAttributeName, String> attributes(
      Queue queue, Map<String, String> names) {
    var attributes = new EnumMap<QueueAttributeName, String>(QueueAttributeName.class);
    attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, "" + queue.visibility().toSeconds());
    queue
        .redrive()
        .ifPresent(
            redrive ->
                attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    policy(names.get(redrive.deadLetterQueue()), redrive.maxReceiveCount())));
    return attributes;
  }

  private static String policy(String deadLetterQueue, int maxReceiveCount) {
    return """
    {"deadLetterTargetArn": "arn:aws:sqs:%s:%s:%s", "maxReceiveCount": %d}
    """
        .formatted(LocalAccount.REGION, LocalAccount.ACCOUNT_ID, deadLetterQueue, maxReceiveCount);
  }
}
