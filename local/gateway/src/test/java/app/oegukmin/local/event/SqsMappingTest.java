package app.oegukmin.local.event;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.Batch;
import app.oegukmin.template.Queue;
import app.oegukmin.template.QueueSource;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

@Tag("process")
class SqsMappingTest {

  @RegisterExtension static final Stack STACK = Stack.of("CrawlQueue");

  private static final int MAX_RECEIVE_COUNT = 2;
  private static final Duration VISIBILITY = Duration.ofSeconds(30);

  private final SqsClient sqs = STACK.sqs();
  private RedrivenQueue queues;
  private Queue queue;

  @BeforeEach
  void createQueues(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    queues = RedrivenQueue.create(sqs, name, MAX_RECEIVE_COUNT);
    queue = queues.queue();
  }

  private Mapping mapping(FakeFunctions functions, int batchSize, int concurrency) {
    return mapping(sqs, functions, batchSize, concurrency);
  }

  private Mapping mapping(SqsClient sqs, FakeFunctions functions, int batchSize, int concurrency) {
    Batch batch = new Batch(batchSize, Duration.ZERO, true);
    QueueSource source =
        new QueueSource(queue.logicalId(), batch, OptionalInt.of(concurrency), true);
    return new SqsMapping(new QueueTrigger("WorkFunction", queue, source), sqs, functions);
  }

  private void awaitEmptyQueue() {
    Await.until(() -> assertThat(queues.left()).isZero());
  }

  @Test
  void handsAMessageOverInLambdasShape() {
    FakeFunctions functions = FakeFunctions.content();
    MessageAttributeValue attribute =
        MessageAttributeValue.builder().dataType("String").stringValue("값").build();
    sqs.sendMessage(
        r -> r.queueUrl(queue.url()).messageBody("안녕").messageAttributes(Map.of("k", attribute)));

    try (var _ = mapping(functions, 10, 1)) {
      awaitEmptyQueue();
    }

    assertThat(functions.events()).hasSize(1);
    JsonNode record = functions.records().getFirst();
    assertThat(record.properties())
        .extracting(Map.Entry::getKey)
        .contains("messageId", "receiptHandle");
    assertThat(record.path("body").textValue()).isEqualTo("안녕");
    assertThat(record.path("md5OfBody").textValue()).hasSize(32);
    assertThat(record.path("eventSource").textValue()).isEqualTo("aws:sqs");
    assertThat(record.path("eventSourceARN").textValue())
        .isEqualTo("arn:aws:sqs:ap-northeast-2:000000000000:" + queue.name());
    assertThat(record.path("awsRegion").textValue()).isEqualTo("ap-northeast-2");
    assertThat(record.path("messageAttributes").toString())
        .isEqualTo(
            "{\"k\":{\"stringValue\":\"값\",\"stringListValues\":[],\"binaryListValues\":[],\"dataType\":\"String\"}}");
    JsonNode attributes = record.path("attributes");
    assertThat(attributes.path("ApproximateReceiveCount").textValue()).isEqualTo("1");
    assertThat(attributes.path("SentTimestamp").textValue()).matches("\\d{13}");
    assertThat(attributes.path("ApproximateFirstReceiveTimestamp").textValue()).matches("\\d{13}");
    assertThat(attributes.has("SenderId")).isTrue();
  }

  @Test
  void bringsOnlyFailedMessagesBack() {
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              String first =
                  event
                      .path("Records")
                      .valueStream()
                      .filter(SqsMappingTest::isFirstTryOfBad)
                      .map(record -> record.path("messageId").textValue())
                      .findFirst()
                      .orElse(null);
              return first == null ? FakeFunctions.NOTHING_FAILED : FakeFunctions.failed(first);
            });
    queues.send("good", "bad", "fine");

    try (var _ = mapping(functions, 10, 1)) {
      Await.until(() -> assertThat(functions.bodies()).hasSize(4));
      awaitEmptyQueue();
    }

    assertThat(functions.bodies()).containsExactlyInAnyOrder("good", "bad", "fine", "bad");
  }

  @Test
  void givesTheMessagesOfAGroupInTheirOrderHoweverManyPoll() {
    FakeFunctions functions = FakeFunctions.content();
    queue = fifo();
    List<String> sent = IntStream.range(0, 25).mapToObj(Integer::toString).toList();
    sent.forEach(
        body ->
            sqs.sendMessage(
                r ->
                    r.queueUrl(queue.url())
                        .messageBody(body)
                        .messageGroupId("one")
                        .messageDeduplicationId(body)));

    try (var _ = mapping(functions, 10, 2)) {
      Await.until(() -> assertThat(functions.bodies()).hasSize(sent.size()));
    }

    assertThat(functions.bodies()).isEqualTo(sent);
    assertThat(functions.records())
        .allSatisfy(
            record ->
                assertThat(record.path("attributes").path("MessageGroupId").textValue())
                    .isEqualTo("one"));
  }

  private Queue fifo() {
    String name = "order-" + System.nanoTime() + ".fifo";
    Map<QueueAttributeName, String> attributes = Map.of(QueueAttributeName.FIFO_QUEUE, "true");
    String url = sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
    return new Queue(name, name, url, VISIBILITY, Duration.ofDays(1), Optional.empty());
  }

  /** Notes how long polls may wait. */
  private record PolledQueues(SqsClient sqs, List<Integer> waits) implements SqsClient {

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
      waits.add(request.waitTimeSeconds());
      return sqs.receiveMessage(request);
    }

    @Override
    public String serviceName() {
      return sqs.serviceName();
    }

    @Override
    public void close() {
      // Other tests need the client.
    }
  }

  @Test
  @DisplayName("F-95: no poll waits at a FIFO queue, where ElasticMQ spends a processor on it")
  void f95_noPollWaitsAtAFifoQueue() {
    queue = fifo();
    List<Integer> waits = new CopyOnWriteArrayList<>();

    try (var _ = mapping(new PolledQueues(sqs, waits), FakeFunctions.content(), 10, 1)) {
      Await.until(() -> assertThat(waits).hasSizeGreaterThan(2));
    }

    assertThat(waits).containsOnly(0);
  }

  private static boolean isFirstTryOfBad(JsonNode record) {
    return record.path("body").textValue().equals("bad")
        && record.path("attributes").path("ApproximateReceiveCount").textValue().equals("1");
  }

  @Test
  @DisplayName("F-20: a function may say itself when a message comes again")
  void f20_bringsAMessageBackWhenTheFunctionSays() {
    List<Long> times = new CopyOnWriteArrayList<>();
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              times.add(System.nanoTime());
              JsonNode record = event.path("Records").path(0);
              if (times.size() > 1) {
                return FakeFunctions.NOTHING_FAILED;
              }
              hide(record.path("receiptHandle").textValue(), 3);
              return FakeFunctions.failed(record.path("messageId").textValue());
            });
    queues.send("one");

    try (var mapping = mapping(functions, 10, 1)) {
      Await.until(() -> assertThat(times).hasSize(1));
      assertThat(mapping.quietSince(Instant.EPOCH)).isFalse();
      Await.until(() -> assertThat(times).hasSize(2));
      awaitEmptyQueue();
    }

    // Of the queue's own it would have been one second.
    assertThat(Duration.ofNanos(times.get(1) - times.get(0))).isGreaterThan(Duration.ofSeconds(2));
    assertThat(functions.records())
        .extracting(r -> r.path("attributes").path("ApproximateReceiveCount").textValue())
        .containsExactly("1", "2");
  }

  private void hide(String receipt, int seconds) {
    sqs.changeMessageVisibility(
        r -> r.queueUrl(queue.url()).receiptHandle(receipt).visibilityTimeout(seconds));
  }

  @Test
  void bringsTheWholeBatchBackAfterAnError() {
    AtomicInteger calls = new AtomicInteger();
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              if (calls.getAndIncrement() == 0) {
                throw FakeFunctions.error();
              }
              return FakeFunctions.NOTHING_FAILED;
            });
    queues.send("one");

    try (var _ = mapping(functions, 10, 1)) {
      Await.until(() -> assertThat(functions.bodies()).containsExactly("one", "one"));
      awaitEmptyQueue();
    }
  }

  @Test
  void bringsAThrottledBatchBackAfterItsVisibilityTimeout() {
    AtomicInteger calls = new AtomicInteger();
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              if (calls.getAndIncrement() == 0) {
                throw FakeFunctions.throttle();
              }
              return FakeFunctions.NOTHING_FAILED;
            });
    queues.send("one");

    try (var _ = mapping(functions, 10, 1)) {
      Await.until(() -> assertThat(functions.bodies()).hasSize(2));
      awaitEmptyQueue();
    }

    assertThat(functions.records())
        .extracting(r -> r.path("attributes").path("ApproximateReceiveCount").textValue())
        .containsExactly("1", "2");
  }

  @Test
  void bringsTheWholeBatchBackAfterAnUnknownIdentifier() {
    AtomicInteger calls = new AtomicInteger();
    FakeFunctions functions =
        new FakeFunctions(
            event ->
                calls.getAndIncrement() == 0
                    ? FakeFunctions.failed("nobody")
                    : FakeFunctions.NOTHING_FAILED);
    queues.send("one");

    try (var _ = mapping(functions, 10, 1)) {
      Await.until(() -> assertThat(functions.bodies()).containsExactly("one", "one"));
      awaitEmptyQueue();
    }
  }

  @Test
  void letsAPoisonMessageGoToTheDeadLettersWithoutHoldingUpOthers() {
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              if (event.toString().contains("poison")) {
                throw FakeFunctions.error();
              }
              return FakeFunctions.NOTHING_FAILED;
            });
    queues.send("poison", "one", "two", "three");

    try (var _ = mapping(functions, 1, 1)) {
      Await.until(() -> assertThat(queues.dead()).isEqualTo(1));
    }

    assertThat(functions.bodies())
        .containsExactlyInAnyOrder("poison", "poison", "one", "two", "three");
    assertThat(sqs.receiveMessage(r -> r.queueUrl(queues.deadLetters())).messages())
        .extracting(Message::body)
        .containsExactly("poison");
  }

  @Test
  void neverRunsMoreInvocationsAtOnceThanTheTemplateAllows() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Semaphore leave = new Semaphore(0);
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              leave.acquireUninterruptibly();
              running.decrementAndGet();
              return FakeFunctions.NOTHING_FAILED;
            });
    queues.send("1", "2", "3", "4", "5", "6");

    try (var _ = mapping(functions, 1, 2)) {
      for (int done = 0; done < 3; done++) {
        Await.until(() -> assertThat(running).hasValue(2));
        leave.release(2);
      }
      Await.until(() -> assertThat(functions.bodies()).hasSize(6));
    }

    assertThat(most).hasValue(2);
  }

  @Test
  void isQuietOnlyWhenNothingWaitsAndNothingRuns() {
    CountDownLatch finish = new CountDownLatch(1);
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              awaitLatch(finish);
              return FakeFunctions.NOTHING_FAILED;
            });

    try (var mapping = mapping(functions, 1, 1)) {
      assertThat(mapping.quietSince(Instant.EPOCH)).isTrue();
      queues.send("one");
      Await.until(() -> assertThat(functions.bodies()).hasSize(1));
      assertThat(mapping.quietSince(Instant.EPOCH)).isFalse();
      finish.countDown();
      Await.until(() -> assertThat(mapping.quietSince(Instant.EPOCH)).isTrue());
      assertThat(mapping.delivered()).isEqualTo(1);
      sqs.sendMessage(r -> r.queueUrl(queue.url()).messageBody("later").delaySeconds(60));
      assertThat(mapping.quietSince(Instant.EPOCH)).isFalse();
    }
  }

  @Test
  void finishesWhatItHasInHandBeforeItCloses() {
    CountDownLatch finish = new CountDownLatch(1);
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              awaitLatch(finish);
              return FakeFunctions.NOTHING_FAILED;
            });
    Mapping mapping = mapping(functions, 1, 1);
    queues.send("one");
    Await.until(() -> assertThat(functions.bodies()).hasSize(1));

    Thread closing = Thread.ofVirtual().start(mapping::close);
    finish.countDown();
    join(closing);

    awaitEmptyQueue();
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
