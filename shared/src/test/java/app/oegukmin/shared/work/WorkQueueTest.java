package app.oegukmin.shared.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@Tag("process")
class WorkQueueTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslateQueue");

  private final List<Duration> pauses = new ArrayList<>();
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1), new Random(1), pauses::add);

  @BeforeEach
  void clear() {
    STACK.clear();
    AwsCalls.forget();
  }

  @Test
  void sendsAllInBatchesOfTen() {
    List<TranslateNotice> work = notices(25, "hash");

    queue().send(work);

    assertThat(received()).containsExactlyInAnyOrderElementsOf(work);
    assertThat(AwsCalls.count("SendMessageBatch")).isEqualTo(3);
  }

  @Test
  void sendsNothingForNothing() {
    queue().send(List.of());
    assertThat(AwsCalls.count("SendMessageBatch")).isZero();
  }

  @Test
  void putsNoMoreIntoARequestThanSqsTakes() {
    List<TranslateNotice> work = notices(5, "가".repeat(12_000));

    queue().send(work);

    assertThat(received()).containsExactlyInAnyOrderElementsOf(work);
    assertThat(AwsCalls.count("SendMessageBatch")).isEqualTo(2);
  }

  @Test
  void sendsAgainWhatTheQueueCouldNotTake() {
    List<TranslateNotice> work = notices(3, "hash");

    queue(new Refusals(false, List.of(List.of("0", "2"), List.of("2"))).client()).send(work);

    assertThat(received()).containsExactlyInAnyOrderElementsOf(work);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void givesUpAfterSomeTries() {
    Refusals refusals = new Refusals(false, Collections.nCopies(5, List.of("0")));
    assertThatIllegalStateException()
        .isThrownBy(() -> queue(refusals.client()).send(notices(2, "hash")))
        .withMessageContaining("refused 1 messages");
    assertThat(pauses).hasSize(4);
    assertThat(received()).hasSize(1);
  }

  @Test
  void doesNotRepeatWhatIsItsOwnFault() {
    Refusals refusals = new Refusals(true, List.of(List.of("0")));
    assertThatIllegalStateException()
        .isThrownBy(() -> queue(refusals.client()).send(notices(1, "hash")));
    assertThat(pauses).isEmpty();
  }

  @Test
  @DisplayName("A FIFO queue keeps the messages of a group in order and each once")
  void namesGroupAndKeyInAFifoQueue() {
    String url =
        STACK
            .sqs()
            .createQueue(
                create ->
                    create
                        .queueName("work-" + System.nanoTime() + ".fifo")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
            .queueUrl();
    TranslateNotice notice = notices(1, "hash").getFirst();

    WorkQueue<TranslateWork> queue = new WorkQueue<>(STACK.sqs(), url);
    queue.send(notice);
    queue.send(notice);

    List<Message> messages = messages(url);
    assertThat(messages).hasSize(1);
    assertThat(messages.getFirst().attributes())
        .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, notice.group())
        .containsEntry(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, notice.key());
  }

  private WorkQueue<TranslateWork> queue() {
    return queue(STACK.sqs());
  }

  private WorkQueue<TranslateWork> queue(SqsClient client) {
    return new WorkQueue<>(client, STACK.queue("TranslateQueue"), backoff);
  }

  private static List<TranslateNotice> notices(int count, String hash) {
    return IntStream.range(0, count)
        .mapToObj(article -> new TranslateNotice(article, hash, Language.ZH))
        .toList();
  }

  private static List<TranslateWork> received() {
    List<TranslateWork> received = new ArrayList<>();
    List<Message> messages = messages(STACK.queue("TranslateQueue"));
    while (!messages.isEmpty()) {
      messages.forEach(m -> received.add(WorkJson.read(m.body(), TranslateWork.class)));
      messages = messages(STACK.queue("TranslateQueue"));
    }
    return received;
  }

  private static List<Message> messages(String url) {
    return STACK
        .sqs()
        .receiveMessage(
            receive ->
                receive
                    .queueUrl(url)
                    .maxNumberOfMessages(10)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }
}
