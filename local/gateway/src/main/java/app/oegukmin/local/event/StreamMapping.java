package app.oegukmin.local.event;

import app.oegukmin.local.function.Functions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Plays a DynamoDB stream event source mapping: every shard has a reader, a child's begins when its
 * parent has ended, and each reader goes on where the last run stopped. A mapping is as old as its
 * table here, so both starting positions of the template mean the table's first record.
 */
public final class StreamMapping implements Mapping {

  private static final Logger LOG = LoggerFactory.getLogger(StreamMapping.class);
  private static final Duration DISCOVERY = Duration.ofSeconds(5);

  private final StreamTrigger trigger;
  private final TableStream stream;
  private final Checkpoints checkpoints;
  private final Clock clock;
  private final Duration discovery;
  private final Lifetime lifetime = new Lifetime();
  private final WriteWatch watch;
  private final BatchDelivery delivery;
  private final Map<String, ShardReader> readers = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** A mapping that reads from now on. */
  public StreamMapping(
      StreamTrigger trigger,
      TableStream stream,
      SqsClient sqs,
      Functions functions,
      Checkpoints checkpoints,
      Clock clock) {
    this(trigger, stream, sqs, functions, checkpoints, clock, DISCOVERY);
  }

  /**
   * The same with another pause between two looks for new shards.
   *
   * @param discovery how long it is
   */
  StreamMapping(
      StreamTrigger trigger,
      TableStream stream,
      SqsClient sqs,
      Functions functions,
      Checkpoints checkpoints,
      Clock clock,
      Duration discovery) {
    this.trigger = trigger;
    this.stream = stream;
    this.checkpoints = checkpoints;
    this.clock = clock;
    this.discovery = discovery;
    this.watch = new WriteWatch(stream, lifetime, clock);
    this.delivery =
        new BatchDelivery(trigger, functions, new FailureQueue(trigger, sqs, clock), lifetime);
    threads.execute(this::discover);
  }

  @Override
  public String name() {
    return trigger.source().table();
  }

  @Override
  public long delivered() {
    return readers.values().stream().mapToLong(ShardReader::delivered).sum();
  }

  @Override
  public boolean quietSince(Instant moment) {
    return !readers.isEmpty()
        && readers.values().stream().allMatch(reader -> reader.quietSince(moment));
  }

  @Override
  public void close() {
    lifetime.end(threads);
  }

  private void discover() {
    while (!lifetime.over()) {
      long writes = stream.writes();
      if (look()) {
        // Nobody needs a new shard before something is written to it.
        watch.await(writes, discovery, () -> !lifetime.over());
      } else {
        lifetime.pause(discovery);
      }
    }
  }

  /** Whether the stream has told its shards, and none waits for another to end. */
  private synchronized boolean look() {
    try {
      List<Shard> shards = stream.shards();
      Set<String> ids = shards.stream().map(Shard::shardId).collect(Collectors.toSet());
      checkpoints.keep(ids);
      shards.stream().filter(this::isLost).forEach(shard -> checkpoint(shard).finish());
      shards.stream().filter(shard -> due(shard, ids)).forEach(this::read);
      return !shards.isEmpty() && shards.stream().allMatch(this::settled);
    } catch (RuntimeException e) {
      LOG.warn("{}: its stream did not answer", trigger.name(), e);
      return false;
    }
  }

  private boolean due(Shard shard, Set<String> listed) {
    String parent = shard.parentShardId();
    return !readers.containsKey(shard.shardId())
        && (parent == null || !listed.contains(parent) || checkpoints.of(parent).finished());
  }

  /** A closed shard that is gone gets no further; its child must not wait for it. */
  private boolean isLost(Shard shard) {
    ShardReader reader = readers.get(shard.shardId());
    return reader != null
        && reader.gone()
        && shard.sequenceNumberRange().endingSequenceNumber() != null;
  }

  private boolean settled(Shard shard) {
    return shard.sequenceNumberRange().endingSequenceNumber() == null
        || checkpoint(shard).finished();
  }

  private Checkpoint checkpoint(Shard shard) {
    return checkpoints.of(shard.shardId());
  }

  private void read(Shard shard) {
    ShardReader reader =
        new ShardReader(trigger, stream, delivery, checkpoint(shard), lifetime, clock);
    readers.put(shard.shardId(), reader);
    threads.execute(() -> readToItsEnd(reader));
  }

  // A child begins as soon as its parent has ended.
  private void readToItsEnd(ShardReader reader) {
    reader.run();
    if (!lifetime.over()) {
      look();
    }
  }
}
