package app.oegukmin.shared.event;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages that SQS hands over at once, each handled alone. The response names those that
 * failed; with ReportBatchItemFailures they become visible again and the others are deleted.
 */
public final class MessageBatch {

  private static final Logger LOG = LoggerFactory.getLogger(MessageBatch.class);

  private MessageBatch() {}

  /** Handles one message; whatever it throws makes that message come again. */
  @FunctionalInterface
  public interface MessageHandler {
    /** Handles a message that may have been delivered before. */
    void handle(SQSMessage message) throws Exception;
  }

  /** Handles every message, in the order of the event. */
  public static SQSBatchResponse handle(SQSEvent event, MessageHandler handler) {
    return select(event, message -> handled(message, handler));
  }

  /**
   * Handles every message, in the order of the event.
   *
   * @param done handles a message without throwing anything; false makes it come again
   */
  public static SQSBatchResponse select(SQSEvent event, Predicate<SQSMessage> done) {
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message : records(event)) {
      if (!done.test(message)) {
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private static List<SQSMessage> records(SQSEvent event) {
    return Objects.requireNonNull(event.getRecords(), "Not an event of a queue");
  }

  // Whatever a message makes the handler throw concerns that message alone.
  @SuppressWarnings("CatchGeneral")
  private static boolean handled(SQSMessage message, MessageHandler handler) {
    try {
      handler.handle(message);
      return true;
    } catch (Exception e) {
      LOG.error("Message {} failed and will come again", message.getMessageId(), e);
      return false;
    }
  }
}
