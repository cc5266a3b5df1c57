package app.oegukmin.dispatcher;

import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The queue of what the translator has to do. */
final class TranslateQueue {

  private final SqsClient client;
  private final String url;

  TranslateQueue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /**
   * Puts at most ten messages into the queue.
   *
   * @throws IllegalStateException when it has not taken all of them
   */
  void send(List<String> messages) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, messages.size()).mapToObj(i -> entry(i, messages.get(i))).toList();
    var answer = client.sendMessageBatch(send -> send.queueUrl(url).entries(entries));
    if (!answer.failed().isEmpty()) {
      throw new IllegalStateException("Refused: " + answer.failed().getFirst().code());
    }
  }

  private static SendMessageBatchRequestEntry entry(int id, String message) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(id))
        .messageBody(message)
        .build();
  }
}
