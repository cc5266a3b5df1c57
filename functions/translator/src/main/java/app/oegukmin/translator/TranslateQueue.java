package app.oegukmin.translator;

import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue this function works off, seen from its end: it puts back what has to wait. */
final class TranslateQueue {

  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

  private final SqsClient client;
  private final String url;

  TranslateQueue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /**
   * Puts a message back as a new one that arrives after a pause of at most 15 minutes. A new one,
   * because waiting out a used-up month must neither count as a failed delivery, which ends in the
   * dead-letter queue, nor end with the message's lifetime. Afterwards the old one may go.
   */
  void postpone(String body, Duration pause) {
    Duration delay = pause.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : pause;
    client.sendMessage(
        send -> send.queueUrl(url).messageBody(body).delaySeconds((int) delay.toSeconds()));
  }
}
