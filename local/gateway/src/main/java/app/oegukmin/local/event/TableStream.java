package app.oegukmin.local.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A table's stream, and how many writes the table has had. Safe for use by many threads. */
public final class TableStream {

  private final String arn;
  private final DynamoDbStreamsClient client;
  private final LongSupplier writes;

  /**
   * A stream.
   *
   * @param arn what the engine calls it
   * @param writes grows with each write, once the write's record can be read
   */
  public TableStream(String arn, DynamoDbStreamsClient client, LongSupplier writes) {
    this.arn = arn;
    this.client = client;
    this.writes = writes;
  }

  /** A number that stays the same while nobody writes to the table. */
  long writes() {
    return writes.getAsLong();
  }

  List<Shard> shards() {
    List<Shard> shards = new ArrayList<>();
    String last = null;
    do {
      String start = last;
      DescribeStreamResponse page =
          client.describeStream(r -> r.streamArn(arn).exclusiveStartShardId(start));
      shards.addAll(page.streamDescription().shards());
      last = page.streamDescription().lastEvaluatedShardId();
    } while (last != null);
    return shards;
  }

  /** An iterator over what comes after a checkpoint. */
  String iterator(Checkpoint checkpoint) {
    GetShardIteratorRequest.Builder request =
        GetShardIteratorRequest.builder()
            .streamArn(arn)
            .shardId(checkpoint.shard())
            .shardIteratorType(ShardIteratorType.TRIM_HORIZON);
    checkpoint
        .position()
        .ifPresent(
            position ->
                request
                    .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .sequenceNumber(position));
    return client.getShardIterator(request.build()).shardIterator();
  }

  GetRecordsResponse records(String iterator, int limit) {
    return client.getRecords(r -> r.shardIterator(iterator).limit(limit));
  }
}
