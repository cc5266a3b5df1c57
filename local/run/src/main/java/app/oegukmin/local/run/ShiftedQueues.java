package app.oegukmin.local.run;

import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.SENT_TIMESTAMP;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * SQS for event source mappings, by a clock that is set ahead: messages bear its times, and what is
 * hidden can be shown when it has been set ahead. Safe for use by many threads.
 */
final class ShiftedQueues implements SqsClient {

  /** The last receipt of a message. */
  private record Receipt(String queueUrl, String handle) {}

  private final SqsClient sqs;
  private final ShiftedClock clock;
  private final Map<String, Receipt> receipts = new ConcurrentHashMap<>();

  /** The queues of an engine. */
  ShiftedQueues(SqsClient sqs, ShiftedClock clock) {
    this.sqs = sqs;
    this.clock = clock;
  }

  /** Shows all messages that wait: the clock has been set ahead by the longest pause at least. */
  void showHidden() {
    receipts.forEach(
        (id, receipt) -> {
          receipts.remove(id);
          show(receipt);
        });
  }

  private void show(Receipt receipt) {
    try {
      sqs.changeMessageVisibility(
          r -> r.queueUrl(receipt.queueUrl()).receiptHandle(receipt.handle()).visibilityTimeout(0));
    } catch (SqsException e) {
      // It has gone to the dead letters meanwhile.
      return;
    }
  }

  @Override
  public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
    ReceiveMessageResponse response = sqs.receiveMessage(request);
    for (Message message : response.messages()) {
      receipts.put(message.messageId(), new Receipt(request.queueUrl(), message.receiptHandle()));
    }
    List<Message> shifted = response.messages().stream().map(this::shifted).toList();
    return response.toBuilder().messages(shifted).build();
  }

  private Message shifted(Message message) {
    Map<MessageSystemAttributeName, String> attributes = new HashMap<>(message.attributes());
    for (var name : List.of(SENT_TIMESTAMP, APPROXIMATE_FIRST_RECEIVE_TIMESTAMP)) {
      attributes.computeIfPresent(
          name,
          (key, millis) ->
              String.valueOf(
                  clock.at(Instant.ofEpochMilli(Long.parseLong(millis))).toEpochMilli()));
    }
    return message.toBuilder().attributes(attributes).build();
  }

  @Override
  public DeleteMessageBatchResponse deleteMessageBatch(DeleteMessageBatchRequest request) {
    request.entries().forEach(entry -> receipts.remove(entry.id()));
    return sqs.deleteMessageBatch(request);
  }

  @Override
  public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
    return sqs.getQueueAttributes(request);
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    return sqs.sendMessage(request);
  }

  @Override
  public String serviceName() {
    return sqs.serviceName();
  }

  @Override
  public void close() {
    sqs.close();
  }
}
