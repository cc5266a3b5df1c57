package app.oegukmin.local.event;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.engines.AwsClients;
import app.oegukmin.engines.Queues;
import app.oegukmin.engines.Tables;
import app.oegukmin.template.Template;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

@Tag("process")
class EventSourcesTest {

  @RegisterExtension
  static final Stack STACK = Stack.of("ArticleTable", "CrawlQueue", "MediaBucket");

  private static final String RESOURCES =
      """
      Work:
        Type: AWS::SQS::Queue
      Failures:
        Type: AWS::SQS::Queue
      Things:
        Type: AWS::DynamoDB::Table
        Properties:
          StreamSpecification: {StreamViewType: NEW_IMAGE}
          AttributeDefinitions: [{AttributeName: key, AttributeType: S}]
          KeySchema: [{AttributeName: key, KeyType: HASH}]
      WorkFunction:
        Type: AWS::Serverless::Function
        Properties:
          CodeUri: functions/work
          Handler: Work
          Events:
            Messages: {Type: SQS, Properties: {Queue: !GetAtt Work.Arn}}
            Changes:
              Type: DynamoDB
              Properties:
                Stream: !GetAtt Things.StreamArn
                StartingPosition: TRIM_HORIZON
                FilterCriteria: {Filters: [{Pattern: '{"eventName":["INSERT"]}'}]}
                DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt Failures.Arn}}
            Off: {Type: SQS, Properties: {Queue: !GetAtt Failures.Arn, Enabled: false}}
            Often:
              Type: ScheduleV2
              Properties: {ScheduleExpression: rate(5 minutes), Input: '{"n":1}'}
            Never:
              Type: ScheduleV2
              Properties: {ScheduleExpression: rate(1 minute), State: DISABLED}
      """;

  @TempDir Path directory;

  private DynamoDbClient dynamodb;
  private Template template;
  private EventSources sources;
  private List<Mapping> mappings = List.of();

  @BeforeEach
  void provision() throws IOException {
    AwsClients aws =
        new AwsClients(
            DynamoDbClient.create(), DynamoDbStreamsClient.create(), STACK.sqs(), STACK.s3());
    template =
        Templates.of(RESOURCES, directory, "sources-", System.getProperty("aws.endpointUrlSqs"));
    dynamodb = aws.dynamodb();
    Tables.createMissing(dynamodb, template.tables());
    Queues.create(aws.sqs(), template.queues());
    sources =
        new EventSources(
            template, aws, STACK.writes(), directory.resolve("checkpoints"), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    mappings.forEach(Mapping::close);
  }

  @Test
  void startsTheMappingsThatAreSwitchedOn() {
    FakeFunctions functions = FakeFunctions.content();

    mappings = sources.start(functions);

    assertThat(mappings).extracting(Mapping::name).containsExactlyInAnyOrder("Work", "Things");
    STACK.sqs().sendMessage(r -> r.queueUrl(template.queues().getFirst().url()).messageBody("m"));
    Map<String, AttributeValue> item = Map.of("key", AttributeValue.fromS("k"));
    dynamodb.putItem(r -> r.tableName("sources-Things").item(item));
    dynamodb.deleteItem(r -> r.tableName("sources-Things").key(item));
    Await.until(
        () ->
            assertThat(functions.records())
                .extracting(record -> record.path("eventSource").textValue())
                .containsExactlyInAnyOrder("aws:sqs", "aws:dynamodb"));
  }

  @Test
  @DisplayName("F-62: what is written to a table that was idle comes, each record once")
  void f62_bringsEveryWriteToATableThatWasIdle() {
    FakeFunctions functions = FakeFunctions.content();
    mappings = sources.start(functions);
    Mapping things = mappings.getLast();
    for (int written = 0; written < 40; written += 4) {
      Instant before = Instant.now();
      Await.until(() -> assertThat(things.quietSince(before)).isTrue());
      IntStream.range(written, written + 4).parallel().forEach(this::put);
      int expected = written + 4;
      Await.until(() -> assertThat(idle(functions)).hasSize(expected));
    }
    assertThat(idle(functions)).doesNotHaveDuplicates();
  }

  private static List<String> idle(FakeFunctions functions) {
    return functions.records().stream()
        .map(record -> record.at("/dynamodb/Keys/key/S").textValue())
        .filter(key -> key.startsWith("idle"))
        .toList();
  }

  private void put(int key) {
    Map<String, AttributeValue> item = Map.of("key", AttributeValue.fromS("idle" + key));
    dynamodb.putItem(r -> r.tableName("sources-Things").item(item));
  }

  @Test
  void keepsTheSchedulesThatAreSwitchedOn() {
    assertThat(sources.schedules())
        .singleElement()
        .satisfies(
            schedule -> {
              assertThat(schedule.function()).isEqualTo("WorkFunction");
              assertThat(schedule.input()).contains("{\"n\":1}");
            });
  }
}
