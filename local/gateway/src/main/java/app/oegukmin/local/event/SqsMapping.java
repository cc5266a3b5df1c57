package app.oegukmin.local.event;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.function.RecursiveInvocationException;
import app.oegukmin.local.function.TooManyRequestsException;
import app.oegukmin.local.function.TraceHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Plays an SQS event source mapping: as many polls as invocations may run at once, each batch
 * handed to the function, and deleted but for what failed. A failed message becomes visible again
 * when the queue says so, or the function by ChangeMessageVisibility, and moves to the dead-letter
 * queue by the queue's own redrive policy. So does a throttled one; its poller then pauses.
 */
public final class SqsMapping implements Mapping {

  private static final Logger LOG = LoggerFactory.getLogger(SqsMapping.class);
  private static final int LONG_POLL_SECONDS = 20;

  // While all groups of a FIFO queue are busy, ElasticMQ spends a processor on each long poll.
  // Short
  // ones follow ever more slowly while nothing comes: an idle system costs little then.
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);

  private final QueueTrigger trigger;
  private final SqsClient sqs;
  private final Functions functions;
  private final Semaphore slots;
  private final Lifetime lifetime = new Lifetime();
  private final AtomicLong delivered = new AtomicLong();
  private final ExecutorService pollers = Executors.newVirtualThreadPerTaskExecutor();

  /** A mapping that polls from now on. */
  public SqsMapping(QueueTrigger trigger, SqsClient sqs, Functions functions) {
    this.trigger = trigger;
    this.sqs = sqs;
    this.functions = functions;
    this.slots = new Semaphore(trigger.concurrency());
    for (int i = 0; i < trigger.concurrency(); i++) {
      pollers.execute(this::poll);
    }
  }

  @Override
  public String name() {
    return trigger.queue().logicalId();
  }

  @Override
  public long delivered() {
    return delivered.get();
  }

  @Override
  public boolean quietSince(Instant moment) {
    var counts =
        sqs.getQueueAttributes(
                r ->
                    r.queueUrl(trigger.queue().url())
                        .attributeNames(
                            APPROXIMATE_NUMBER_OF_MESSAGES,
                            APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                            APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
            .attributes();
    return counts.values().stream().allMatch("0"::equals)
        && slots.availablePermits() == trigger.concurrency();
  }

  @Override
  public void close() {
    lifetime.end();
    try {
      slots.tryAcquire(trigger.concurrency(), Lifetime.GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pollers.shutdownNow();
  }

  private void poll() {
    Duration pause = FIRST_PAUSE;
    while (!lifetime.over()) {
      try {
        List<Message> batch = receive();
        if (!batch.isEmpty()) {
          handOver(batch);
          pause = FIRST_PAUSE;
        } else if (trigger.queue().fifo()) {
          lifetime.pause(pause);
          pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
        }
      } catch (RuntimeException e) {
        if (!lifetime.over()) {
          LOG.warn("{}: stopped for a moment", trigger.name(), e);
        }
        lifetime.pause(PAUSE_AFTER_ERROR);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private List<Message> receive() {
    return sqs.receiveMessage(
            r ->
                r.queueUrl(trigger.queue().url())
                    .maxNumberOfMessages(trigger.batchSize())
                    .waitTimeSeconds(trigger.queue().fifo() ? 0 : LONG_POLL_SECONDS)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }

  private void handOver(List<Message> batch) throws InterruptedException {
    slots.acquire();
    try {
      delivered.addAndGet(batch.size());
      Set<String> failed = invoke(batch);
      delete(batch.stream().filter(message -> !failed.contains(message.messageId())).toList());
    } finally {
      slots.release();
    }
  }

  private Set<String> invoke(List<Message> batch) {
    Set<String> ids = batch.stream().map(Message::messageId).collect(Collectors.toSet());
    try {
      byte[] event = SqsEvent.of(batch, trigger.arn());
      byte[] response = functions.invoke(trigger.function(), event, trace(batch));
      return trigger.source().batch().reportsFailures()
          ? BatchResponse.failed(response, ids)
          : Set.of();
    } catch (FunctionError e) {
      LOG.warn("{}: {} messages come again after {}", trigger.name(), batch.size(), e.type());
      return ids;
    } catch (TooManyRequestsException e) {
      LOG.warn("{}: {} messages come again: {}", trigger.name(), batch.size(), e.getMessage());
      lifetime.pause(PAUSE_AFTER_ERROR);
      return ids;
    } catch (RecursiveInvocationException e) {
      return batch.size() == 1 ? drop(ids, e) : invokeEach(batch);
    }
  }

  private Set<String> invokeEach(List<Message> batch) {
    return batch.stream()
        .flatMap(message -> invoke(List.of(message)).stream())
        .collect(Collectors.toSet());
  }

  /** Comes again until the redrive policy moves it; without one it is lost, as on AWS. */
  private Set<String> drop(Set<String> ids, RecursiveInvocationException e) {
    LOG.warn(
        "{}: a message is dropped, RecursiveInvocationsDropped: {}",
        trigger.name(),
        e.getMessage());
    return trigger.queue().redrive().isPresent() ? ids : Set.of();
  }

  private static TraceHeader trace(List<Message> batch) {
    return TraceHeader.join(
        batch.stream()
            .map(message -> message.attributes().get(MessageSystemAttributeName.AWS_TRACE_HEADER))
            .filter(Objects::nonNull)
            .map(TraceHeader::parse)
            .toList());
  }

  private void delete(List<Message> done) {
    if (done.isEmpty()) {
      return;
    }
    List<DeleteMessageBatchRequestEntry> entries =
        done.stream()
            .map(
                message ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
            .toList();
    sqs.deleteMessageBatch(r -> r.queueUrl(trigger.queue().url()).entries(entries));
  }
}
