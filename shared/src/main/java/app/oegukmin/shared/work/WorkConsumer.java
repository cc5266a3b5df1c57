package app.oegukmin.shared.work;

import app.oegukmin.shared.event.MessageBatch;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Handles the messages of a standard queue in which they may have to wait. Waiting is no failure,
 * but each delivery counts towards the queue's {@code maxReceiveCount}. Therefore that count is
 * high, and this class itself sends to the dead letters what cannot be handled (F-20). Safe for use
 * by many threads.
 *
 * <p>The function needs {@code sqs:ChangeMessageVisibility} on the queue, {@code sqs:SendMessage}
 * on the dead letters and ReportBatchItemFailures.
 *
 * @param <W> the sealed interface of the queue's messages
 */
public final class WorkConsumer<W extends Work> {

  /**
   * The longest pause of a message. SQS hides one for twelve hours at most, all pauses since it was
   * first received together.
   */
  public static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(WorkConsumer.class);

  private final SqsClient client;
  private final Urls urls;
  private final Class<W> type;
  private final Duration patience;
  private final Clock clock;

  /** Where a queue and its dead letters are. */
  public record Urls(String queue, String deadLetters) {}

  /** Handles one message, which may have been delivered before. */
  @FunctionalInterface
  public interface Handler<W extends Work> {
    /**
     * Handles it.
     *
     * @throws DeadLetterException when it cannot be handled however often it is delivered
     * @throws Exception when it should come again after the queue's visibility timeout
     */
    Outcome handle(Delivery<W> delivery) throws Exception;
  }

  /**
   * A consumer of a queue.
   *
   * @param patience how long after its first delivery a message that waits or fails comes again;
   *     then it goes to the dead letters
   */
  public WorkConsumer(SqsClient client, Urls urls, Class<W> type, Duration patience, Clock clock) {
    this.client = client;
    this.urls = urls;
    this.type = type;
    this.patience = patience;
    this.clock = clock;
  }

  /** Handles every message of an event. The response names those that come again. */
  public SQSBatchResponse handle(SQSEvent event, Handler<W> handler) {
    return MessageBatch.select(event, message -> done(message, handler));
  }

  // Whatever a message makes the handler throw concerns that message alone.
  @SuppressWarnings("CatchGeneral")
  private boolean done(SQSMessage message, Handler<W> handler) {
    boolean last = late(message);
    try {
      return switch (handler.handle(delivery(message, last))) {
        case Outcome.Done done -> true;
        case Outcome.Wait wait ->
            last ? sentToDeadLetters(message, "It has waited too long") : hidden(message, wait);
      };
    } catch (DeadLetterException e) {
      return sentToDeadLetters(message, e.getMessage());
    } catch (Exception e) {
      LOG.error("Message {} failed", message.getMessageId(), e);
      return last && sentToDeadLetters(message, "It has failed too long");
    }
  }

  private boolean late(SQSMessage message) {
    String millis = message.getAttributes().get("ApproximateFirstReceiveTimestamp");
    Instant first = Instant.ofEpochMilli(Long.parseLong(millis));
    return clock.instant().isAfter(first.plus(patience));
  }

  private Delivery<W> delivery(SQSMessage message, boolean last) {
    return new Delivery<>(
        WorkJson.read(message.getBody(), type),
        Integer.parseInt(message.getAttributes().get("ApproximateReceiveCount")),
        last);
  }

  // When it cannot be hidden it comes again all the same, after the queue's own timeout.
  private boolean hidden(SQSMessage message, Outcome.Wait wait) {
    Duration time = wait.pause().compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait.pause();
    try {
      client.changeMessageVisibility(
          change ->
              change
                  .queueUrl(urls.queue())
                  .receiptHandle(message.getReceiptHandle())
                  .visibilityTimeout((int) time.toSeconds()));
    } catch (SdkException e) {
      LOG.warn("Message {} cannot be hidden: {}", message.getMessageId(), e.getMessage());
    }
    return false;
  }

  // Acknowledged only afterwards: the message may be there twice, but it is never lost.
  private boolean sentToDeadLetters(SQSMessage message, String reason) {
    LOG.error("Message {} goes to the dead letters: {}", message.getMessageId(), reason);
    try {
      client.sendMessage(
          send ->
              send.queueUrl(urls.deadLetters())
                  .messageBody(message.getBody())
                  .messageAttributes(attributes(message)));
      return true;
    } catch (SdkException e) {
      LOG.error("The dead letters do not take it, so it comes again", e);
      return false;
    }
  }

  private static Map<String, MessageAttributeValue> attributes(SQSMessage message) {
    Map<String, MessageAttributeValue> attributes = new HashMap<>();
    if (message.getMessageAttributes() != null) {
      message.getMessageAttributes().forEach((name, value) -> attributes.put(name, value(value)));
    }
    return attributes;
  }

  private static MessageAttributeValue value(MessageAttribute attribute) {
    var value =
        MessageAttributeValue.builder()
            .dataType(attribute.getDataType())
            .stringValue(attribute.getStringValue());
    if (attribute.getBinaryValue() != null) {
      value.binaryValue(SdkBytes.fromByteBuffer(attribute.getBinaryValue()));
    }
    return value.build();
  }
}
