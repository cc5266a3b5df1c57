package app.oegukmin.watch;

import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues in which lies what nobody could do. */
final class DeadLetters {

  private final SqsClient client;
  private final List<String> urls;

  /**
   * @param urls of the queues, with spaces between
   */
  DeadLetters(SqsClient client, String urls) {
    this.client = client;
    this.urls = List.of(urls.strip().split("\\s+"));
  }

  /** The queues that are not empty, roughly as SQS counts. */
  List<Dead> find() {
    return urls.stream()
        .map(url -> new Dead(url.substring(url.lastIndexOf('/') + 1), messages(url)))
        .filter(dead -> dead.messages() > 0)
        .toList();
  }

  private long messages(String url) {
    QueueAttributeName visible = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    String count =
        client
            .getQueueAttributes(get -> get.queueUrl(url).attributeNames(visible))
            .attributes()
            .get(visible);
    return Long.parseLong(count);
  }

  /** A dead-letter queue and how much lies in it. */
  record Dead(String queue, long messages) {}
}
