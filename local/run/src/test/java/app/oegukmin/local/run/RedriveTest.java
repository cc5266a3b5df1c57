package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.Queue;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class RedriveTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslateQueue", "CrawlQueue");

  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void empty() {
    STACK.clear();
  }

  @Test
  void sendsDeadLettersBackToWhereTheyCameFrom() {
    send("TranslateDeadLetters", "one");
    send("TranslateDeadLetters", "two");

    new Redrive(STACK.sqs(), queues()).run(told::add);

    assertThat(told)
        .containsExactly(
            "TranslateDeadLetters: 2 messages back to TranslateQueue",
            "CrawlDeadLetters: 0 messages back to CrawlQueue");
    assertThat(List.of(receive("TranslateQueue"), receive("TranslateQueue")))
        .containsExactlyInAnyOrder("one", "two");
  }

  private static List<Queue> queues() {
    return List.of(
        queue("TranslateQueue", Optional.of(new Queue.Redrive("TranslateDeadLetters", 5))),
        queue("TranslateDeadLetters", Optional.empty()),
        queue("CrawlQueue", Optional.of(new Queue.Redrive("CrawlDeadLetters", 3))),
        queue("CrawlDeadLetters", Optional.empty()));
  }

  private static Queue queue(String id, Optional<Queue.Redrive> redrive) {
    return new Queue(id, id, STACK.queue(id), Duration.ZERO, Duration.ZERO, redrive);
  }

  private static void send(String queue, String body) {
    STACK.sqs().sendMessage(send -> send.queueUrl(STACK.queue(queue)).messageBody(body));
  }

  private static String receive(String queue) {
    return STACK
        .sqs()
        .receiveMessage(
            get -> get.queueUrl(STACK.queue(queue)).maxNumberOfMessages(1).waitTimeSeconds(20))
        .messages()
        .getFirst()
        .body();
  }
}
