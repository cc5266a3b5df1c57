package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.event.Await;
import app.oegukmin.local.event.FakeFunctions;
import app.oegukmin.local.event.Mapping;
import app.oegukmin.template.Template;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

@Tag("process")
class FeedsTest {

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

  private Template template;
  private Feeds feeds;
  private List<Mapping> mappings = List.of();

  @BeforeEach
  void provision() throws IOException {
    Aws aws = new Aws(STACK.dynamodb(), DynamoDbStreamsClient.create(), STACK.sqs(), STACK.s3());
    template =
        Templates.of(RESOURCES, directory, "feeds-", System.getProperty("aws.endpointUrlSqs"));
    new Provisioning(template, aws).run();
    feeds = new Feeds(template, aws, directory.resolve("checkpoints"), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    mappings.forEach(Mapping::close);
  }

  @Test
  void startsTheMappingsThatAreSwitchedOn() {
    FakeFunctions functions = FakeFunctions.content();

    mappings = feeds.start(functions);

    assertThat(mappings).extracting(Mapping::name).containsExactlyInAnyOrder("Work", "Things");
    STACK.sqs().sendMessage(r -> r.queueUrl(template.queues().getFirst().url()).messageBody("m"));
    Map<String, AttributeValue> item = Map.of("key", AttributeValue.fromS("k"));
    STACK.dynamodb().putItem(r -> r.tableName("feeds-Things").item(item));
    STACK.dynamodb().deleteItem(r -> r.tableName("feeds-Things").key(item));
    Await.until(
        () ->
            assertThat(functions.records())
                .extracting(record -> record.path("eventSource").textValue())
                .containsExactlyInAnyOrder("aws:sqs", "aws:dynamodb"));
  }

  @Test
  void keepsTheSchedulesThatAreSwitchedOn() {
    assertThat(feeds.schedules())
        .singleElement()
        .satisfies(
            schedule -> {
              assertThat(schedule.function()).isEqualTo("WorkFunction");
              assertThat(schedule.input()).contains("{\"n\":1}");
            });
  }
}
