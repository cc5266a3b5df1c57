package app.oegukmin.shared.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageBatchTest {

  private final List<String> seen = new ArrayList<>();

  @Test
  void namesOnlyTheMessagesThatFailed() {
    assertThat(handle("a", "b", "c")).containsExactly("b");
    assertThat(seen).containsExactly("a", "b", "c");
  }

  @Test
  void answersAnEmptyListWhenAllIsDone() {
    assertThat(handle("a", "c")).isEmpty();
  }

  @Test
  void refusesAnEventWithoutRecords() {
    assertThatNullPointerException()
        .isThrownBy(() -> MessageBatch.handle(new SQSEvent(), this::see))
        .withMessage("Not an event of a queue");
  }

  private List<String> handle(String... ids) {
    SQSEvent event = new SQSEvent();
    event.setRecords(Stream.of(ids).map(MessageBatchTest::message).toList());
    return MessageBatch.handle(event, this::see).getBatchItemFailures().stream()
        .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static SQSMessage message(String id) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    return message;
  }

  private void see(SQSMessage message) {
    seen.add(message.getMessageId());
    if (message.getMessageId().equals("b")) {
      throw new IllegalStateException("b is bad");
    }
  }
}
