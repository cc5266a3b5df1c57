package app.oegukmin.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.model.Message;

@Tag("process")
class EnginesDataTest {

  @TempDir Path directory;

  @Test
  void keepsDataOverAStop() {
    String stream;
    try (var engines = start();
        var clients = EngineClients.of(engines)) {
      stream = write(clients);
    }
    try (var engines = start();
        var clients = EngineClients.of(engines)) {
      assertRead(clients);
      assertStream(clients, stream);
    }
  }

  @Test
  void keepsDataOverAKill() {
    String stream;
    try (var engines = start();
        var clients = EngineClients.of(engines)) {
      stream = write(clients);
      engines.pids().forEach(pid -> ProcessHandle.of(pid).orElseThrow().destroyForcibly());
    }
    try (var engines = start();
        var clients = EngineClients.of(engines)) {
      assertRead(clients);
      assertStream(clients, stream);
    }
  }

  @Test
  void startsTwoRunsAtTheSameMoment() {
    var other = CompletableFuture.supplyAsync(() -> startDynamoDb("other"));
    try (var one = startDynamoDb("one");
        var two = other.join()) {
      assertThat(one.dynamodb()).isNotEqualTo(two.dynamodb());
    }
  }

  private Engines startDynamoDb(String name) {
    return Engines.start(
        Set.of(Engine.DYNAMODB), Optional.of(directory.resolve(name)), directory.resolve("logs"));
  }

  @Test
  void forgetsDataThatHasNoDirectory() {
    try (var engines = Engines.start(Set.of(Engine.REDIS), Optional.empty(), directory);
        var redis = new Jedis("127.0.0.1", engines.redisPort())) {
      redis.set("key", "value");
    }
    try (var engines = Engines.start(Set.of(Engine.REDIS), Optional.empty(), directory);
        var redis = new Jedis("127.0.0.1", engines.redisPort())) {
      assertThat(redis.get("key")).isNull();
    }
  }

  private Engines start() {
    return Engines.start(
        EnumSet.allOf(Engine.class), Optional.of(directory.resolve("data")), directory);
  }

  private static String write(EngineClients clients) {
    Samples.createTable(clients.dynamodb(), "Kept");
    Samples.putNew(clients.dynamodb(), "Kept", "item");
    var queues = Samples.createQueues(clients.sqs(), "Kept", 3);
    clients.sqs().sendMessage(request -> request.queueUrl(queues.work()).messageBody("message"));
    clients.s3().createBucket(request -> request.bucket("kept"));
    clients
        .s3()
        .putObject(request -> request.bucket("kept").key("a"), RequestBody.fromString("object"));
    clients.redis().set("key", "value");
    return stream(clients);
  }

  private static void assertRead(EngineClients clients) {
    assertThat(Samples.ids(clients.dynamodb(), "Kept")).containsExactly("item");
    // The engine took a free port, so the queue's URL is another one.
    String url = clients.sqs().getQueueUrl(request -> request.queueName("Kept")).queueUrl();
    assertThat(
            clients
                .sqs()
                .receiveMessage(request -> request.queueUrl(url).waitTimeSeconds(5))
                .messages())
        .extracting(Message::body)
        .containsExactly("message");
    assertThat(
            clients
                .s3()
                .getObjectAsBytes(request -> request.bucket("kept").key("a"))
                .asUtf8String())
        .isEqualTo("object");
    assertThat(clients.redis().get("key")).isEqualTo("value");
  }

  private static String stream(EngineClients clients) {
    return clients
        .dynamodb()
        .describeTable(request -> request.tableName("Kept"))
        .table()
        .latestStreamArn();
  }

  private static void assertStream(EngineClients clients, String stream) {
    assertThat(stream(clients)).isEqualTo(stream);
    var unread = read(clients.streams(), stream, Optional.empty());
    assertThat(keys(unread)).containsExactly("item");

    Samples.putNew(clients.dynamodb(), "Kept", "later");
    var position = Optional.of(unread.getLast().dynamodb().sequenceNumber());
    assertThat(keys(read(clients.streams(), stream, position))).containsExactly("later");
  }

  private static List<Record> read(
      DynamoDbStreamsClient streams, String stream, Optional<String> position) {
    var shards =
        streams.describeStream(request -> request.streamArn(stream)).streamDescription().shards();
    var iterator =
        streams.getShardIterator(
            request ->
                request
                    .streamArn(stream)
                    .shardId(shards.getFirst().shardId())
                    .sequenceNumber(position.orElse(null))
                    .shardIteratorType(
                        position.isPresent()
                            ? ShardIteratorType.AFTER_SEQUENCE_NUMBER
                            : ShardIteratorType.TRIM_HORIZON));
    return streams.getRecords(r -> r.shardIterator(iterator.shardIterator())).records();
  }

  private static List<String> keys(List<Record> records) {
    return records.stream().map(record -> record.dynamodb().keys().get("id").s()).toList();
  }
}
