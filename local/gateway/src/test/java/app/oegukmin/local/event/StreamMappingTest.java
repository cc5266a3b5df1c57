package app.oegukmin.local.event;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.Batch;
import app.oegukmin.template.StreamSource;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.model.Message;

@Tag("process")
class StreamMappingTest {

  @RegisterExtension static final Stack STACK = Stack.of("ArticleTable", "CrawlQueue");

  private static final StreamSource.Retries FOR_EVER =
      new StreamSource.Retries(OptionalInt.empty(), false, Optional.empty());

  @TempDir Path directory;

  private final DynamoDbClient dynamodb = DynamoDbClient.create();
  private String table;
  private String streamArn;

  @BeforeEach
  void createTable(TestInfo test) {
    table = test.getTestMethod().orElseThrow().getName();
    dynamodb.createTable(
        r ->
            r.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("key")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder().attributeName("key").keyType(KeyType.HASH).build())
                .streamSpecification(
                    s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
    streamArn = dynamodb.describeTable(r -> r.tableName(table)).table().latestStreamArn();
  }

  private Mapping mapping(FakeFunctions functions, int batchSize) {
    return mapping(functions, batchSize, FOR_EVER, new EventFilter(List.of()));
  }

  private Mapping mapping(
      FakeFunctions functions, int batchSize, StreamSource.Retries retries, EventFilter filter) {
    Batch batch = new Batch(batchSize, Duration.ZERO, true);
    StreamSource source = new StreamSource(table, batch, "TRIM_HORIZON", List.of(), retries, true);
    StreamTrigger trigger =
        new StreamTrigger("IndexFunction", source, streamArn, filter, retries.onFailure());
    return new StreamMapping(
        trigger,
        new TableStream(streamArn, DynamoDbStreamsClient.create(), () -> STACK.writes().to(table)),
        STACK.sqs(),
        functions,
        new Checkpoints(directory.resolve("checkpoints.json")),
        Clock.systemUTC());
  }

  private void put(String... keys) {
    for (String key : keys) {
      dynamodb.putItem(r -> r.tableName(table).item(Map.of("key", AttributeValue.fromS(key))));
    }
  }

  private static List<String> keys(FakeFunctions functions) {
    return functions.records().stream().map(StreamMappingTest::key).toList();
  }

  private static String key(JsonNode record) {
    return record.path("dynamodb").path("Keys").path("key").path("S").textValue();
  }

  private static String sequenceNumber(JsonNode event, String key) {
    return event
        .path("Records")
        .valueStream()
        .filter(record -> key(record).equals(key))
        .map(record -> record.path("dynamodb").path("SequenceNumber").textValue())
        .findFirst()
        .orElseThrow();
  }

  private static boolean holds(JsonNode event, String key) {
    return event.path("Records").valueStream().anyMatch(record -> key(record).equals(key));
  }

  @Test
  void handsAChangeOverInLambdasShape() throws Exception {
    put("a");
    dynamodb.updateItem(
        r ->
            r.tableName(table)
                .key(Map.of("key", AttributeValue.fromS("a")))
                .updateExpression("SET n = :n")
                .expressionAttributeValues(Map.of(":n", AttributeValue.fromN("7"))));
    dynamodb.deleteItem(r -> r.tableName(table).key(Map.of("key", AttributeValue.fromS("a"))));
    FakeFunctions functions = FakeFunctions.content();

    try (var _ = mapping(functions, 10)) {
      Await.until(() -> assertThat(functions.records()).hasSize(3));
    }

    assertThat(functions.records())
        .extracting(record -> record.path("eventName").textValue())
        .containsExactly("INSERT", "MODIFY", "REMOVE");
    JsonNode modify = functions.records().get(1);
    assertThat(modify.path("eventSource").textValue()).isEqualTo("aws:dynamodb");
    assertThat(modify.path("eventSourceARN").textValue()).isEqualTo(streamArn);
    assertThat(modify.path("eventID").textValue()).isNotBlank();
    assertThat(modify.path("eventVersion").textValue()).isNotBlank();
    JsonNode change = modify.path("dynamodb");
    assertThat(change.path("Keys")).isEqualTo(json("{'key':{'S':'a'}}"));
    assertThat(change.path("OldImage")).isEqualTo(json("{'key':{'S':'a'}}"));
    assertThat(change.path("NewImage")).isEqualTo(json("{'key':{'S':'a'},'n':{'N':'7'}}"));
    assertThat(change.path("SequenceNumber").textValue()).matches("\\d+");
    assertThat(change.path("SizeBytes").isIntegralNumber()).isTrue();
    assertThat(change.path("ApproximateCreationDateTime").isIntegralNumber()).isTrue();
    assertThat(change.path("StreamViewType").textValue()).isEqualTo("NEW_AND_OLD_IMAGES");
    assertThat(functions.records().getFirst().path("dynamodb").has("OldImage")).isFalse();
    assertThat(functions.records().getLast().path("dynamodb").has("NewImage")).isFalse();
  }

  private static JsonNode json(String text) throws Exception {
    return new JsonMapper().readTree(text.replace('\'', '"'));
  }

  @Test
  void keepsTheOrderOfAShardAndTheSizeOfABatch() {
    String[] keys = IntStream.range(0, 25).mapToObj(i -> "k" + i).toArray(String[]::new);
    put(keys);
    FakeFunctions functions = FakeFunctions.content();

    try (var _ = mapping(functions, 10)) {
      Await.until(() -> assertThat(functions.records()).hasSize(25));
    }

    assertThat(keys(functions)).containsExactly(keys);
    assertThat(functions.events())
        .allSatisfy(event -> assertThat(event.path("Records").size()).isLessThanOrEqualTo(10));
  }

  @Test
  void goesOnAfterARestartWhereItStopped() {
    FakeFunctions before = FakeFunctions.content();
    put("one", "two");
    try (var mapping = mapping(before, 10)) {
      Await.until(() -> assertThat(mapping.quietSince(Instant.EPOCH)).isTrue());
    }
    assertThat(keys(before)).containsExactly("one", "two");
    put("three");

    FakeFunctions after = FakeFunctions.content();
    try (var mapping = mapping(after, 10)) {
      Await.until(() -> assertThat(mapping.quietSince(Instant.EPOCH)).isTrue());
    }

    assertThat(keys(after)).containsExactly("three");
  }

  @Test
  void bringsBackAfterARestartWhatWasNotDone() {
    FakeFunctions failing =
        new FakeFunctions(
            event -> {
              throw FakeFunctions.error();
            });
    put("one");
    try (var _ = mapping(failing, 10)) {
      Await.until(() -> assertThat(failing.records()).isNotEmpty());
    }

    FakeFunctions after = FakeFunctions.content();
    try (var _ = mapping(after, 10)) {
      Await.until(() -> assertThat(keys(after)).containsExactly("one"));
    }
  }

  @Test
  void beginsAgainAtTheLowestSequenceNumberThatFailed() {
    AtomicInteger calls = new AtomicInteger();
    FakeFunctions functions =
        new FakeFunctions(
            event ->
                calls.getAndIncrement() == 0
                    ? FakeFunctions.failed(sequenceNumber(event, "d"), sequenceNumber(event, "b"))
                    : FakeFunctions.NOTHING_FAILED);
    put("a", "b", "c", "d");

    try (var _ = mapping(functions, 10)) {
      Await.until(() -> assertThat(functions.records()).hasSize(7));
    }

    assertThat(keys(functions)).containsExactly("a", "b", "c", "d", "b", "c", "d");
  }

  @Test
  void triesABatchAgainUntilItSucceedsWhenTheTemplateSetsNoLimit() {
    AtomicInteger calls = new AtomicInteger();
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              if (calls.getAndIncrement() < 3) {
                throw FakeFunctions.error();
              }
              return "";
            });
    put("a");

    try (var mapping = mapping(functions, 10)) {
      Await.until(() -> assertThat(mapping.quietSince(Instant.EPOCH)).isTrue());
    }

    assertThat(keys(functions)).containsExactly("a", "a", "a", "a");
  }

  @Test
  void givesABatchUpAfterItsRetriesAndTellsTheFailureQueue() throws Exception {
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              if (holds(event, "poison")) {
                throw FakeFunctions.error();
              }
              return "";
            });
    put("poison", "next");

    try (var _ = mapping(functions, 1, retries(1, false), new EventFilter(List.of()))) {
      Await.until(() -> assertThat(keys(functions)).containsExactly("poison", "poison", "next"));
    }

    JsonNode failure = json(failures().getFirst().body());
    JsonNode batch = failure.path("DDBStreamBatchInfo");
    assertThat(batch.path("batchSize").intValue()).isEqualTo(1);
    assertThat(batch.path("streamArn").textValue()).isEqualTo(streamArn);
    assertThat(batch.path("startSequenceNumber").textValue())
        .isEqualTo(sequenceNumber(functions.events().getFirst(), "poison"))
        .isEqualTo(batch.path("endSequenceNumber").textValue());
    JsonNode request = failure.path("requestContext");
    assertThat(request.path("condition").textValue()).isEqualTo("RetryAttemptsExhausted");
    assertThat(request.path("approximateInvokeCount").intValue()).isEqualTo(2);
  }

  @Test
  void halvesAFailingBatchUntilOnlyThePoisonIsLeft() {
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              if (holds(event, "poison")) {
                throw FakeFunctions.error();
              }
              return "";
            });
    put("a", "b", "poison", "c");

    try (var mapping = mapping(functions, 10, retries(0, true), new EventFilter(List.of()))) {
      Await.until(() -> assertThat(mapping.quietSince(Instant.EPOCH)).isTrue());
    }

    assertThat(functions.events().stream().filter(event -> !holds(event, "poison")))
        .flatExtracting(event -> event.path("Records").valueStream().toList())
        .extracting(record -> key(record))
        .containsExactly("a", "b", "c");
    assertThat(failures()).hasSize(1);
  }

  @Test
  void offersAThrottledBatchAgainWholeAndCountsNoFailure() {
    AtomicInteger calls = new AtomicInteger();
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              if (calls.getAndIncrement() < 2) {
                throw FakeFunctions.throttle();
              }
              return "";
            });
    put("a", "b");

    try (var mapping = mapping(functions, 10, retries(0, true), new EventFilter(List.of()))) {
      Await.until(() -> assertThat(mapping.quietSince(Instant.EPOCH)).isTrue());
    }

    assertThat(keys(functions)).containsExactly("a", "b", "a", "b", "a", "b");
  }

  private StreamSource.Retries retries(int attempts, boolean bisect) {
    String url = STACK.sqs().createQueue(r -> r.queueName(table + "Failures")).queueUrl();
    return new StreamSource.Retries(OptionalInt.of(attempts), bisect, Optional.of(url));
  }

  private List<Message> failures() {
    String url = STACK.sqs().getQueueUrl(r -> r.queueName(table + "Failures")).queueUrl();
    return STACK
        .sqs()
        .receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(5))
        .messages();
  }

  @Test
  void handsOverOnlyWhatTheFilterLetsThrough() {
    put("a", "b");
    dynamodb.deleteItem(r -> r.tableName(table).key(Map.of("key", AttributeValue.fromS("a"))));
    FakeFunctions functions = FakeFunctions.content();
    EventFilter removals = new EventFilter(List.of("{\"eventName\":[\"REMOVE\"]}"));

    try (var mapping = mapping(functions, 10, FOR_EVER, removals)) {
      Await.until(() -> assertThat(mapping.quietSince(Instant.EPOCH)).isTrue());
      assertThat(mapping.delivered()).isEqualTo(1);
    }

    assertThat(functions.records())
        .extracting(record -> record.path("eventName").textValue())
        .containsExactly("REMOVE");
  }
}
