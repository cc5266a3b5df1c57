package app.oegukmin.local.event;

import app.oegukmin.template.Queue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A queue whose messages come again after a second, and its dead letters.
 *
 * @param deadLetters the URL of the dead letters
 */
public record RedrivenQueue(SqsClient sqs, Queue queue, String deadLetters) {

  private static final Duration VISIBILITY = Duration.ofSeconds(1);

  /** Creates both. */
  public static RedrivenQueue create(SqsClient sqs, String name, int maxReceiveCount) {
    String dead = name + "Dead";
    String deadLetters = sqs.createQueue(r -> r.queueName(dead)).queueUrl();
    String redrive =
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:ap-northeast-2:000000000000:%s\",\"maxReceiveCount\":%d}"
            .formatted(dead, maxReceiveCount);
    Map<QueueAttributeName, String> attributes =
        Map.of(
            QueueAttributeName.VISIBILITY_TIMEOUT,
            String.valueOf(VISIBILITY.toSeconds()),
            QueueAttributeName.REDRIVE_POLICY,
            redrive);
    String url = sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
    var target = Optional.of(new Queue.Redrive(dead, maxReceiveCount));
    var queue = new Queue(name, name, url, VISIBILITY, Duration.ofDays(1), target);
    return new RedrivenQueue(sqs, queue, deadLetters);
  }

  /** Sends messages. */
  public void send(String... bodies) {
    for (String body : bodies) {
      sqs.sendMessage(r -> r.queueUrl(queue.url()).messageBody(body));
    }
  }

  /** How many messages lie in the queue, visible or not. */
  public int left() {
    return count(
        queue.url(),
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  /** How many messages lie in the dead letters. */
  public int dead() {
    return count(deadLetters, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
  }

  /** One call for all: a message must not move between two. */
  private int count(String url, QueueAttributeName... attributes) {
    var counts = sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(attributes));
    return counts.attributes().values().stream().mapToInt(Integer::parseInt).sum();
  }
}
