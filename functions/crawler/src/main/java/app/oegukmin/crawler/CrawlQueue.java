package app.oegukmin.crawler;

import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.WorkJson;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The list pages that are to be crawled. */
final class CrawlQueue {

  private static final int LONGEST_DELAY = 900;

  private final SqsClient client;
  private final String url;

  CrawlQueue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /** Has a page crawled later, in whole seconds, at most 15 minutes. */
  void sendLater(CrawlPage page, Duration delay) {
    int seconds = Math.clamp(delay.toSeconds() + 1, 1, LONGEST_DELAY);
    client.sendMessage(
        request -> request.queueUrl(url).messageBody(WorkJson.write(page)).delaySeconds(seconds));
  }
}
