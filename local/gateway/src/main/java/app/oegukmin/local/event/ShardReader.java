package app.oegukmin.local.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads one shard from its checkpoint to its end, in order, one batch at a time. */
final class ShardReader {

  private static final Logger LOG = LoggerFactory.getLogger(ShardReader.class);

  /** Lambda polls a shard four times a second. */
  private static final Duration IDLE = Duration.ofMillis(250);

  private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);

  private final StreamTrigger trigger;
  private final DynamoDbStreamsClient streams;
  private final BatchDelivery delivery;
  private final Checkpoint checkpoint;
  private final Lifetime lifetime;
  private final Clock clock;
  private final AtomicLong delivered = new AtomicLong();
  private volatile Instant lastEmpty = Instant.MIN;
  private volatile boolean gone;

  ShardReader(
      StreamTrigger trigger,
      DynamoDbStreamsClient streams,
      BatchDelivery delivery,
      Checkpoint checkpoint,
      Lifetime lifetime,
      Clock clock) {
    this.trigger = trigger;
    this.streams = streams;
    this.delivery = delivery;
    this.checkpoint = checkpoint;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  long delivered() {
    return delivered.get();
  }

  /** Whether a read that began after the given moment found nothing, or the shard has ended. */
  boolean quietSince(Instant moment) {
    return lastEmpty.isAfter(moment);
  }

  /** Whether the stream keeps none of the shard's records any more, if it ever had one. */
  boolean gone() {
    return gone;
  }

  /**
   * Reads until the shard or the mapping ends. After an error it goes on from the checkpoint, and
   * from what is left when the next records are gone: a stream keeps them a day.
   */
  void run() {
    while (!lifetime.over() && !checkpoint.finished()) {
      try {
        read();
      } catch (TrimmedDataAccessException e) {
        // At the beginning already: nothing is left, or DynamoDB Local has not seen a record yet.
        gone = checkpoint.position().isEmpty();
        checkpoint.reset();
        lifetime.pause(IDLE);
      } catch (RuntimeException e) {
        LOG.warn("{}: stopped for a moment", trigger.name(), e);
        lifetime.pause(PAUSE_AFTER_ERROR);
      }
    }
    if (checkpoint.finished()) {
      lastEmpty = Instant.MAX;
    }
  }

  private void read() {
    String iterator = start();
    while (iterator != null && !lifetime.over()) {
      Instant asked = clock.instant();
      GetRecordsResponse page = page(iterator);
      if (!page.records().isEmpty()) {
        deliver(page.records());
      } else if (page.nextShardIterator() != null) {
        lastEmpty = asked;
        lifetime.pause(IDLE);
      }
      iterator = page.nextShardIterator();
    }
    if (!lifetime.over()) {
      checkpoint.finish();
    }
  }

  private String start() {
    GetShardIteratorRequest.Builder request =
        GetShardIteratorRequest.builder()
            .streamArn(trigger.streamArn())
            .shardId(checkpoint.shard())
            .shardIteratorType(ShardIteratorType.TRIM_HORIZON);
    checkpoint
        .position()
        .ifPresent(
            position ->
                request
                    .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .sequenceNumber(position));
    return streams.getShardIterator(request.build()).shardIterator();
  }

  private GetRecordsResponse page(String iterator) {
    return streams.getRecords(
        r -> r.shardIterator(iterator).limit(trigger.source().batch().size()));
  }

  private void deliver(List<Record> page) {
    List<Record> wanted = page.stream().filter(this::passes).toList();
    delivered.addAndGet(wanted.size());
    if (delivery.deliver(wanted, checkpoint)) {
      checkpoint.advance(page.getLast());
    }
  }

  private boolean passes(Record record) {
    JsonNode event = StreamEvent.record(record, trigger.streamArn());
    return trigger.filter().passes(event);
  }
}
