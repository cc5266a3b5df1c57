package app.oegukmin.shared.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.work.WorkConsumer.Handler;
import app.oegukmin.shared.work.WorkConsumer.Urls;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.FakeEventSource;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

@Tag("process")
class WorkConsumerTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslateQueue");

  private static final TranslateNotice ONE = new TranslateNotice(1, "hash", Language.ZH);
  private static final TranslateNotice TWO = new TranslateNotice(2, "hash", Language.ZH);
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofMinutes(3);

  // The visibility timeout of the queue in template.yaml.
  private static final Duration VISIBILITY = Duration.ofMinutes(12);

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T03:00:00Z"));
  private final List<Delivery<TranslateWork>> deliveries = new ArrayList<>();
  private String deadLetters;
  private Handler<TranslateWork> handler = delivery -> Outcome.DONE;
  private FakeEventSource queue;

  @BeforeEach
  void open() {
    STACK.clear();
    deadLetters = STACK.queue("TranslateDeadLetters");
    queue = new FakeEventSource(STACK.sqs(), STACK.queue("TranslateQueue"), clock, this::handle);
  }

  private String handle(String event) {
    Urls urls = new Urls(STACK.queue("TranslateQueue"), deadLetters);
    var consumer = new WorkConsumer<>(STACK.sqs(), urls, TranslateWork.class, PATIENCE, clock);
    return LambdaJson.write(
        consumer.handle(
            LambdaJson.read(event, SQSEvent.class),
            delivery -> {
              deliveries.add(delivery);
              return handler.handle(delivery);
            }));
  }

  @Test
  void acknowledgesWhatIsDone() {
    send(ONE, TWO);
    queue.deliver(10);
    assertThat(deliveries)
        .containsExactlyInAnyOrder(new Delivery<>(ONE, 1, false), new Delivery<>(TWO, 1, false));
    assertThat(comesAgainAfter(PATIENCE)).isZero();
  }

  @Test
  @DisplayName("F-20: a pause hides the message, which is no new one")
  void f20_hidesWhatWaits() {
    handler = delivery -> new Outcome.Wait(PAUSE);
    send(ONE);
    AwsCalls.forget();

    queue.deliver(10);

    assertThat(queue.pauses()).containsExactly(PAUSE);
    assertThat(comesAgainAfter(PAUSE.minusSeconds(1))).isZero();
    assertThat(comesAgainAfter(Duration.ofSeconds(1))).isEqualTo(1);
    assertThat(deliveries)
        .containsExactly(new Delivery<>(ONE, 1, false), new Delivery<>(ONE, 2, false));
    assertThat(AwsCalls.operations()).doesNotContain("SendMessage", "SendMessageBatch");
  }

  @Test
  void hidesNothingForLongerThanAQuarterOfAnHour() {
    handler = delivery -> new Outcome.Wait(Duration.ofDays(1));
    send(ONE);
    queue.deliver(10);
    assertThat(queue.pauses()).containsExactly(Duration.ofMinutes(15));
  }

  @Test
  void hidesOneAndAcknowledgesAnother() {
    handler = delivery -> delivery.work().equals(ONE) ? new Outcome.Wait(PAUSE) : Outcome.DONE;
    send(ONE, TWO);
    queue.deliver(10);
    assertThat(queue.waiting()).containsExactly(WorkJson.write(ONE));
    assertThat(comesAgainAfter(PAUSE)).isEqualTo(1);
  }

  @Test
  void leavesWhatHasFailedToTheQueue() {
    handler = WorkConsumerTest::fail;
    send(ONE);
    queue.deliver(10);
    assertThat(queue.failed()).hasSize(1);
    assertThat(comesAgainAfter(VISIBILITY)).isEqualTo(1);
    assertThat(STACK.take("TranslateDeadLetters")).isEmpty();
  }

  @Test
  void givesUpWhatHasFailedForTooLong() {
    handler = WorkConsumerTest::fail;
    send(ONE);
    queue.deliver(10);
    assertThat(comesAgainAfter(PATIENCE.plusSeconds(1))).isEqualTo(1);
    assertThat(STACK.take("TranslateDeadLetters")).containsExactly(WorkJson.write(ONE));
    assertThat(comesAgainAfter(VISIBILITY)).isZero();
  }

  @Test
  void givesUpWhatHasWaitedForTooLong() {
    handler = delivery -> new Outcome.Wait(PAUSE);
    send(ONE);
    queue.deliver(10);
    assertThat(comesAgainAfter(PATIENCE.plusSeconds(1))).isEqualTo(1);
    assertThat(deliveries).extracting(Delivery::last).containsExactly(false, true);
    assertThat(queue.waiting()).isEmpty();
    assertThat(STACK.take("TranslateDeadLetters")).containsExactly(WorkJson.write(ONE));
  }

  @Test
  @DisplayName("F-20: a poison message goes to the dead letters at its first delivery")
  void f20_sendsPoisonToTheDeadLettersWithItsAttributes() {
    STACK
        .sqs()
        .sendMessage(
            send ->
                send.queueUrl(STACK.queue("TranslateQueue"))
                    .messageBody("poison")
                    .messageAttributes(
                        Map.of(
                            "from",
                            MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("dispatcher")
                                .build())));
    send(ONE);

    queue.deliver(10);

    assertThat(deliveries).extracting(Delivery::work).containsExactly(ONE);
    assertThat(comesAgainAfter(PATIENCE)).isZero();
    Message dead =
        STACK
            .sqs()
            .receiveMessage(r -> r.queueUrl(deadLetters).messageAttributeNames("All"))
            .messages()
            .getFirst();
    assertThat(dead.body()).isEqualTo("poison");
    assertThat(dead.messageAttributes().get("from").stringValue()).isEqualTo("dispatcher");
  }

  @Test
  void f20_sendsWhatIsRefusedToTheDeadLetters() {
    handler =
        delivery -> {
          throw new DeadLetterException("The vendor refuses it");
        };
    send(ONE);
    queue.deliver(10);
    assertThat(STACK.take("TranslateDeadLetters")).containsExactly(WorkJson.write(ONE));
    assertThat(comesAgainAfter(PATIENCE)).isZero();
  }

  @Test
  void losesNothingWhenTheDeadLettersAreOutOfReach() {
    deadLetters += "-gone";
    queue.send(List.of("poison"));
    queue.deliver(10);
    assertThat(queue.failed()).containsExactly("poison");
  }

  @Test
  void comesAgainAlsoWhenItCannotBeHidden() {
    handler = delivery -> new Outcome.Wait(PAUSE);
    String event = STACK.event("translator-notices");
    assertThat(handle(event)).contains("059f36b4-87a3-44ab-83d2-661975830a7d");
  }

  private void send(TranslateWork... work) {
    queue.send(Stream.of(work).map(WorkJson::write).toList());
  }

  private int comesAgainAfter(Duration time) {
    clock.advance(time);
    return queue.deliver(10);
  }

  private static Outcome fail(Delivery<TranslateWork> delivery) {
    throw new IllegalStateException("A table is out of reach");
  }
}
