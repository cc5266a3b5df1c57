package app.oegukmin.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.oegukmin.template.Bucket;
import app.oegukmin.template.Queue;
import app.oegukmin.template.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What the template names, made in the engines. */
@Tag("process")
class ResourcesTest {

  private static final Table.Identity IDENTITY = new Table.Identity("Questions", "test-Questions");
  private static final Table TABLE =
      new Table(
          IDENTITY,
          new Table.Key("room", Optional.of("id")),
          Map.of("room", "S", "id", "N", "author", "S"),
          List.of(
              new Table.Index(
                  "byAuthor",
                  new Table.Key("author", Optional.of("id")),
                  "INCLUDE",
                  List.of("title"))),
          Optional.of("NEW_IMAGE"),
          Optional.of("expires"));

  @TempDir static Path logs;

  private static Engines engines;
  private static DynamoDbClient dynamodb;
  private static SqsClient sqs;
  private static S3Client s3;

  @BeforeAll
  static void start() {
    engines = Engines.ofBuild(logs);
    engines.add(Set.of(Engine.DYNAMODB, Engine.SQS, Engine.S3));
    dynamodb = Clients.dynamodb(engines.dynamodb());
    sqs = Clients.sqs(engines.sqs());
    s3 = Clients.s3(engines.s3());
  }

  @AfterAll
  static void stop() {
    Samples.drop(dynamodb, List.of(TABLE.name(), "test-Keys"));
    dynamodb.close();
    sqs.close();
    s3.close();
    engines.close();
  }

  @Test
  void tableHasItsKeyAndAttributes() {
    var table = table();

    assertThat(table.keySchema())
        .extracting(KeySchemaElement::attributeName, key -> key.keyType().toString())
        .containsExactly(tuple("room", "HASH"), tuple("id", "RANGE"));
    assertThat(table.attributeDefinitions())
        .extracting(AttributeDefinition::attributeName, each -> each.attributeType().toString())
        .containsExactlyInAnyOrder(tuple("room", "S"), tuple("id", "N"), tuple("author", "S"));
  }

  @Test
  void tableHasItsIndex() {
    assertThat(table().globalSecondaryIndexes())
        .singleElement()
        .satisfies(
            index -> assertThat(index.indexName()).isEqualTo("byAuthor"),
            index -> assertThat(index.projection().nonKeyAttributes()).containsExactly("title"),
            index ->
                assertThat(index.keySchema())
                    .extracting(KeySchemaElement::attributeName)
                    .containsExactly("author", "id"));
  }

  @Test
  void tableHasItsStreamAndItsExpiry() {
    assertThat(table().streamSpecification().streamViewTypeAsString()).isEqualTo("NEW_IMAGE");
    assertThat(
            dynamodb
                .describeTimeToLive(request -> request.tableName(TABLE.name()))
                .timeToLiveDescription()
                .attributeName())
        .isEqualTo("expires");
  }

  private static TableDescription table() {
    Tables.createMissing(dynamodb, List.of(TABLE));
    return dynamodb.describeTable(request -> request.tableName(TABLE.name())).table();
  }

  @Test
  void tableWithNothingButAKeyIsMade() {
    var plain =
        new Table(
            new Table.Identity("Keys", "test-Keys"),
            new Table.Key("id", Optional.empty()),
            Map.of("id", "S"),
            List.of(),
            Optional.empty(),
            Optional.empty());
    Tables.createMissing(dynamodb, List.of(plain));
    var table = dynamodb.describeTable(request -> request.tableName("test-Keys")).table();

    assertThat(table.keySchema()).hasSize(1);
    assertThat(table.globalSecondaryIndexes()).isEmpty();
    assertThat(table.latestStreamArn()).isNull();
  }

  @Test
  void tableThatIsThereKeepsItsItems() {
    Tables.createMissing(dynamodb, List.of(TABLE));
    var item = Map.of("room", AttributeValue.fromS("a"), "id", AttributeValue.fromN("1"));
    dynamodb.putItem(request -> request.tableName(TABLE.name()).item(item));

    Tables.createMissing(dynamodb, List.of(TABLE));

    assertThat(dynamodb.scan(request -> request.tableName(TABLE.name())).items())
        .containsExactly(item);
  }

  @Test
  void queueHasItsVisibilityAndItsDeadLetters() {
    Queues.create(sqs, List.of(queue("Work", 60, 4), deadLetters("Work")));

    assertThat(attributes("test-Work"))
        .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "60")
        .hasEntrySatisfying(
            QueueAttributeName.REDRIVE_POLICY,
            policy ->
                assertThat(policy)
                    .contains("arn:aws:sqs:ap-northeast-2:000000000000:test-WorkDeadLetters")
                    .containsPattern("\"maxReceiveCount\":\\s*\"?4"));
  }

  @Test
  void queueThatIsThereKeepsItsMessagesAndFollowsTheTemplate() {
    Queues.create(sqs, List.of(queue("Mail", 60, 4), deadLetters("Mail")));
    String url = sqs.getQueueUrl(request -> request.queueName("test-Mail")).queueUrl();
    sqs.sendMessage(request -> request.queueUrl(url).messageBody("kept"));

    Queues.create(sqs, List.of(queue("Mail", 90, 2), deadLetters("Mail")));

    assertThat(attributes("test-Mail"))
        .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "90")
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "1");
  }

  @Test
  void fifoQueueKeepsItsOrderAndItsDeadLetters() {
    Queues.create(sqs, List.of(fifo("Order", Optional.of("Late")), fifo("Late", Optional.empty())));
    String url = sqs.getQueueUrl(request -> request.queueName("test-Order.fifo")).queueUrl();
    for (String body : List.of("1", "2", "3", "3")) {
      sqs.sendMessage(
          send ->
              send.queueUrl(url)
                  .messageBody(body)
                  .messageGroupId("g")
                  .messageDeduplicationId(body));
    }

    assertThat(bodies(url)).containsExactly("1", "2", "3");
    assertThat(bodies(url)).isEmpty();
    assertThat(attributes("test-Order.fifo")).containsKey(QueueAttributeName.REDRIVE_POLICY);
  }

  private static List<String> bodies(String url) {
    return sqs
        .receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10))
        .messages()
        .stream()
        .map(Message::body)
        .toList();
  }

  private static Queue fifo(String name, Optional<String> deadLetters) {
    return new Queue(
        name,
        "test-" + name + ".fifo",
        engines.sqs() + "/000000000000/test-" + name + ".fifo",
        Duration.ofSeconds(30),
        Duration.ofDays(14),
        deadLetters.map(to -> new Queue.Redrive(to, 3)));
  }

  private static Queue queue(String name, int visibility, int maxReceiveCount) {
    return new Queue(
        name,
        "test-" + name,
        engines.sqs() + "/000000000000/test-" + name,
        Duration.ofSeconds(visibility),
        Duration.ofDays(14),
        Optional.of(new Queue.Redrive(name + "DeadLetters", maxReceiveCount)));
  }

  private static Queue deadLetters(String name) {
    return new Queue(
        name + "DeadLetters",
        "test-" + name + "DeadLetters",
        engines.sqs() + "/000000000000/test-" + name + "DeadLetters",
        Duration.ofSeconds(30),
        Duration.ofDays(14),
        Optional.empty());
  }

  private static Map<QueueAttributeName, String> attributes(String queue) {
    String url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    return sqs.getQueueAttributes(
            request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
        .attributes();
  }

  @Test
  void bucketsAreMadeOnce() {
    var bucket = new Bucket("MediaBucket", "test-media");
    Buckets.createMissing(s3, List.of(bucket));
    Buckets.createMissing(s3, List.of(bucket));

    assertThat(s3.listBuckets().buckets()).extracting("name").contains("test-media");
  }
}
