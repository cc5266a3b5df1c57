package app.oegukmin.crawler;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The list pages that are to be crawled. */
final class CrawlQueue {

  private static final int BATCH = 10;
  private static final int LONGEST_DELAY = 900;

  private final SqsClient client;
  private final String url;

  CrawlQueue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /**
   * Has pages crawled.
   *
   * @throws IllegalStateException when the queue did not take them all
   */
  void send(List<CrawlPage> pages) {
    for (int from = 0; from < pages.size(); from += BATCH) {
      List<CrawlPage> batch = pages.subList(from, Math.min(from + BATCH, pages.size()));
      var answer =
          client.sendMessageBatch(request -> request.queueUrl(url).entries(entries(batch)));
      if (answer.hasFailed()) {
        throw new IllegalStateException("Queue refused " + answer.failed().size() + " messages");
      }
    }
  }

  /** Has a page crawled later, in whole seconds, at most 15 minutes. */
  void sendLater(CrawlPage page, Duration delay) {
    int seconds = Math.clamp(delay.toSeconds() + 1, 1, LONGEST_DELAY);
    client.sendMessage(
        request -> request.queueUrl(url).messageBody(page.json()).delaySeconds(seconds));
  }

  private static List<SendMessageBatchRequestEntry> entries(List<CrawlPage> batch) {
    return IntStream.range(0, batch.size())
        .mapToObj(
            i ->
                SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(i))
                    .messageBody(batch.get(i).json())
                    .build())
        .toList();
  }
}
