package app.oegukmin.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.event.Await;
import app.oegukmin.local.event.QueueFeed;
import app.oegukmin.local.event.SqsMapping;
import app.oegukmin.local.function.sample.LoopFunction;
import app.oegukmin.template.Batch;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.Queue;
import app.oegukmin.template.QueueSource;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A function that sends to its own queue, as Lambda's recursive loop detection counts it. */
@Tag("process")
class RecursionTest {

  @RegisterExtension static final Stack STACK = Stack.of("CrawlQueue");

  private static final int RUNS = 20;
  private static final int MOST_RUNS = 16;

  @TempDir private Path root;
  private final SqsClient sqs = STACK.sqs();
  private String deadLetters;
  private Queue queue;

  @BeforeEach
  void createQueues(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    deadLetters = sqs.createQueue(r -> r.queueName(name + "Dead")).queueUrl();
    String redrive =
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:ap-northeast-2:000000000000:%sDead\",\"maxReceiveCount\":1}"
            .formatted(name);
    Map<QueueAttributeName, String> attributes =
        Map.of(
            QueueAttributeName.VISIBILITY_TIMEOUT, "1", QueueAttributeName.REDRIVE_POLICY, redrive);
    String url = sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
    var dead = new Queue.Redrive(name + "Dead", 1);
    queue =
        new Queue(name, name, url, Duration.ofSeconds(1), Duration.ofDays(1), Optional.of(dead));
  }

  /** Sends messages at once and returns how many reached the function, with all that it sent. */
  private long runs(int messages, UnaryOperator<LambdaFunction> change) throws IOException {
    for (int i = 0; i < messages; i++) {
      sqs.sendMessage(r -> r.queueUrl(queue.url()).messageBody("first"));
    }
    try (var host = host(change);
        var mapping = new SqsMapping(feed(), sqs, host)) {
      Await.until(() -> assertThat(left()).isZero());
      Await.until(() -> assertThat(mapping.quietSince(Instant.EPOCH)).isTrue());
      return mapping.delivered() - dropped();
    }
  }

  private FunctionHost host(UnaryOperator<LambdaFunction> change) throws IOException {
    Map<String, String> environment =
        Map.of("QUEUE_URL", queue.url(), "RUNS", String.valueOf(RUNS));
    LambdaFunction function =
        Packaged.function(root, LoopFunction.class, "Loop", environment, Duration.ofSeconds(20));
    Packaged.sdk(root, "Loop");
    return new FunctionHost(
        List.of(change.apply(function)), root, root.resolve("logs"), InstantSource.system(), 2);
  }

  private QueueFeed feed() {
    Batch batch = new Batch(10, Duration.ZERO, true);
    return new QueueFeed(
        "Loop", queue, new QueueSource(queue.logicalId(), batch, OptionalInt.of(1), true));
  }

  private int left() {
    return count(
        queue.url(),
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  private int dropped() {
    return count(deadLetters, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
  }

  /** One call for all: a message must not move between two. */
  private int count(String url, QueueAttributeName... attributes) {
    var counts = sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(attributes));
    return counts.attributes().values().stream().mapToInt(Integer::parseInt).sum();
  }

  @Test
  void sendsTheSeventeenthHopToTheDeadLetters() throws IOException {
    assertThat(runs(1, UnaryOperator.identity())).isEqualTo(MOST_RUNS);
    assertThat(dropped()).isEqualTo(1);
  }

  @Test
  void letsAChainGoOnWhereTheTemplateAllowsIt() throws IOException {
    assertThat(runs(1, Packaged::looping)).isEqualTo(RUNS);
    assertThat(dropped()).isZero();
  }
}
