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
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;

/** Reads one shard from its checkpoint to its end, in order, one batch at a time. */
final class ShardReader {

  private static final Logger LOG = LoggerFactory.getLogger(ShardReader.class);

  /** Lambda polls a shard four times a second; here it looks whether the table was written to. */
  private static final Duration IDLE = Duration.ofMillis(250);

  private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);
  private static final long UNKNOWN = -1;

  private final StreamTrigger trigger;
  private final TableStream stream;
  private final BatchDelivery delivery;
  private final Checkpoint checkpoint;
  private final Lifetime lifetime;
  private final WriteWatch watch;
  private final Clock clock;
  private final AtomicLong delivered = new AtomicLong();
  private volatile Instant lastEmpty = Instant.MIN;

  /** How many writes there had been before the last read, if that found nothing. */
  private volatile long emptyAt = UNKNOWN;

  private volatile boolean gone;

  ShardReader(
      StreamTrigger trigger,
      TableStream stream,
      BatchDelivery delivery,
      Checkpoint checkpoint,
      Lifetime lifetime,
      Clock clock) {
    this.trigger = trigger;
    this.stream = stream;
    this.delivery = delivery;
    this.checkpoint = checkpoint;
    this.lifetime = lifetime;
    this.watch = new WriteWatch(stream, lifetime, clock);
    this.clock = clock;
  }

  long delivered() {
    return delivered.get();
  }

  /** Whether there was nothing to read at some time after the given moment. */
  boolean quietSince(Instant moment) {
    return stream.writes() == emptyAt || lastEmpty.isAfter(moment);
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
    while (goesOn()) {
      long writes = stream.writes();
      try {
        read();
      } catch (TrimmedDataAccessException e) {
        // At the beginning already: nothing is left, or DynamoDB Local has not seen a record yet.
        gone = checkpoint.position().isEmpty();
        checkpoint.reset();
        if (gone) {
          awaitWrite(writes);
        }
      } catch (RuntimeException e) {
        LOG.warn("{}: stopped for a moment", trigger.name(), e);
        lifetime.pause(PAUSE_AFTER_ERROR);
      }
    }
    if (checkpoint.finished()) {
      lastEmpty = Instant.MAX;
    }
  }

  private boolean goesOn() {
    return !lifetime.over() && !checkpoint.finished();
  }

  private void read() {
    String iterator = stream.iterator(checkpoint);
    while (iterator != null && !lifetime.over()) {
      long writes = stream.writes();
      Instant asked = clock.instant();
      GetRecordsResponse page = stream.records(iterator, trigger.source().batch().size());
      if (!page.records().isEmpty()) {
        deliver(page.records());
      } else if (page.nextShardIterator() != null) {
        lastEmpty = asked;
        emptyAt = writes;
        awaitWrite(writes);
      }
      iterator = page.nextShardIterator();
    }
    if (!lifetime.over()) {
      checkpoint.finish();
    }
  }

  private void awaitWrite(long writes) {
    watch.await(writes, IDLE, this::goesOn);
  }

  private void deliver(List<Record> page) {
    emptyAt = UNKNOWN;
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
