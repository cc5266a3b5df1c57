package app.oegukmin.shared.work;

import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * A queue as its senders see it. It sends at once: what has to wait does so in the queue that it
 * lies in, by its visibility timeout. A new message to a function's own queue would be one more hop
 * of a chain, which Lambda's recursive loop detection drops after about 16 (F-20). Safe for use by
 * many threads.
 *
 * @param <W> the sealed interface of the queue's messages
 */
public final class WorkQueue<W extends Work> {

  // What SQS takes in one request.
  private static final int MOST = 10;
  private static final int LARGEST = 256 * 1024;

  private static final Backoff REFUSED =
      Backoff.sleeping(Duration.ofMillis(50), Duration.ofSeconds(1));
  private static final int TRIES = 5;

  private final SqsClient client;
  private final String url;
  private final Backoff backoff;

  /** The queue with a URL. */
  public WorkQueue(SqsClient client, String url) {
    this(client, url, REFUSED);
  }

  WorkQueue(SqsClient client, String url, Backoff backoff) {
    this.client = client;
    this.url = url;
    this.backoff = backoff;
  }

  /**
   * Sends one message.
   *
   * @throws IllegalStateException when the queue does not take it
   */
  public void send(W work) {
    send(List.of(work));
  }

  /**
   * Sends messages, in as few requests as SQS allows. Those of a request that SQS could not take
   * are sent again after a pause.
   *
   * @throws IllegalStateException when the queue does not take them all; some may be sent then
   */
  public void send(List<? extends W> work) {
    List<SendMessageBatchRequestEntry> batch = new ArrayList<>();
    int size = 0;
    for (W each : work) {
      String body = WorkJson.write(each);
      int more = body.getBytes(StandardCharsets.UTF_8).length;
      if (batch.size() == MOST || size + more > LARGEST) {
        sendBatch(batch);
        batch.clear();
        size = 0;
      }
      batch.add(entry(batch.size(), each, body));
      size += more;
    }
    sendBatch(batch);
  }

  /** How many messages lie in the queue, hidden and delayed ones included; SQS counts roughly. */
  public long messages() {
    return client
        .getQueueAttributes(
            get ->
                get.queueUrl(url)
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
        .attributes()
        .values()
        .stream()
        .mapToLong(Long::parseLong)
        .sum();
  }

  private SendMessageBatchRequestEntry entry(int place, W work, String body) {
    var entry =
        SendMessageBatchRequestEntry.builder().id(Integer.toString(place)).messageBody(body);
    if (url.endsWith(".fifo")) {
      entry.messageDeduplicationId(work.key()).messageGroupId(work.group());
    }
    return entry.build();
  }

  private void sendBatch(List<SendMessageBatchRequestEntry> batch) {
    Retries retries = backoff.tries(TRIES);
    List<SendMessageBatchRequestEntry> open = List.copyOf(batch);
    while (!open.isEmpty()) {
      List<SendMessageBatchRequestEntry> entries = open;
      var failed = client.sendMessageBatch(send -> send.queueUrl(url).entries(entries)).failed();
      open = refused(entries, failed);
      if (!open.isEmpty() && (senderAtFault(failed) || !retries.pause())) {
        throw new IllegalStateException(
            "Queue refused %d messages: %s".formatted(open.size(), failed.getFirst().code()));
      }
    }
  }

  private static List<SendMessageBatchRequestEntry> refused(
      List<SendMessageBatchRequestEntry> entries, List<BatchResultErrorEntry> failed) {
    List<String> ids = failed.stream().map(BatchResultErrorEntry::id).toList();
    return entries.stream().filter(entry -> ids.contains(entry.id())).toList();
  }

  private static boolean senderAtFault(List<BatchResultErrorEntry> failed) {
    return failed.stream().anyMatch(BatchResultErrorEntry::senderFault);
  }
}
