package app.oegukmin.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.event.Await;
import app.oegukmin.local.event.QueueTrigger;
import app.oegukmin.local.event.RedrivenQueue;
import app.oegukmin.local.event.SqsMapping;
import app.oegukmin.local.function.sample.LoopFunction;
import app.oegukmin.template.Batch;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.QueueSource;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A function that sends to its own queue, as Lambda's recursive loop detection counts it. */
@Tag("process")
class RecursionTest {

  @RegisterExtension static final Stack STACK = Stack.of("CrawlQueue");

  private static final int RUNS = 20;
  private static final int MOST_RUNS = 16;

  @TempDir private Path root;
  private RedrivenQueue queue;

  @BeforeEach
  void createQueues(TestInfo test) {
    queue = RedrivenQueue.create(STACK.sqs(), test.getTestMethod().orElseThrow().getName(), 1);
  }

  /** Sends a message and returns how many reached the function, with all that it sent. */
  private long runs(UnaryOperator<LambdaFunction> change) throws IOException {
    queue.send("first");
    try (var host = host(change);
        var mapping = new SqsMapping(trigger(), STACK.sqs(), host)) {
      Await.until(() -> assertThat(queue.left()).isZero());
      Await.until(() -> assertThat(mapping.quietSince(Instant.EPOCH)).isTrue());
      return mapping.delivered() - queue.dead();
    }
  }

  private FunctionHost host(UnaryOperator<LambdaFunction> change) throws IOException {
    Map<String, String> environment =
        Map.of("QUEUE_URL", queue.queue().url(), "RUNS", String.valueOf(RUNS));
    LambdaFunction function =
        Packaged.function(root, LoopFunction.class, "Loop", environment, Duration.ofSeconds(20));
    Packaged.sdk(root, "Loop");
    return new FunctionHost(
        List.of(change.apply(function)), root, root.resolve("logs"), InstantSource.system(), 2);
  }

  private QueueTrigger trigger() {
    Batch batch = new Batch(10, Duration.ZERO, true);
    String id = queue.queue().logicalId();
    return new QueueTrigger(
        "Loop", queue.queue(), new QueueSource(id, batch, OptionalInt.of(1), true));
  }

  @Test
  void sendsTheSeventeenthHopToTheDeadLetters() throws IOException {
    assertThat(runs(UnaryOperator.identity())).isEqualTo(MOST_RUNS);
    assertThat(queue.dead()).isEqualTo(1);
  }

  @Test
  void letsAChainGoOnWhereTheTemplateAllowsIt() throws IOException {
    assertThat(runs(Packaged::looping)).isEqualTo(RUNS);
    assertThat(queue.dead()).isZero();
  }
}
