package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.oegukmin.engines.AwsClients;
import app.oegukmin.local.event.Templates;
import app.oegukmin.template.Template;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

@Tag("process")
class ProvisioningTest {

  @RegisterExtension
  static final Stack STACK = Stack.of("ArticleTable", "CrawlQueue", "MediaBucket");

  private static final String RESOURCES =
      """
      Things:
        Type: AWS::DynamoDB::Table
        Properties:
          AttributeDefinitions:
            - {AttributeName: feed, AttributeType: S}
            - {AttributeName: id, AttributeType: N}
          KeySchema:
            - {AttributeName: feed, KeyType: HASH}
            - {AttributeName: id, KeyType: RANGE}
      Work:
        Type: AWS::SQS::Queue
      Media:
        Type: AWS::S3::Bucket
      """;

  @TempDir Path directory;

  private String prefix;
  private AwsClients aws;

  @BeforeEach
  void connect(TestInfo test) {
    prefix = test.getTestMethod().orElseThrow().getName().substring(0, 10) + "-";
    aws = new AwsClients(STACK.dynamodb(), DynamoDbStreamsClient.create(), STACK.sqs(), STACK.s3());
  }

  private void provision(String resources) throws IOException {
    Template template = Templates.of(resources, directory, prefix, "http://127.0.0.1:1");
    new Provisioning(template, aws).run();
  }

  @Test
  void makesTablesQueuesAndBuckets() throws IOException {
    provision(RESOURCES);

    assertThat(aws.dynamodb().listTablesPaginator().tableNames()).contains(prefix + "Things");
    assertThat(aws.sqs().getQueueUrl(r -> r.queueName(prefix + "Work")).queueUrl()).isNotBlank();
    assertThat(aws.s3().listBuckets().buckets())
        .anyMatch(bucket -> bucket.name().equalsIgnoreCase(prefix + "media"));
  }

  @Test
  void leavesWhatIsThereAsItIs() throws IOException {
    provision(RESOURCES);
    var item = Map.of("feed", AttributeValue.fromS("KO"), "id", AttributeValue.fromN("1"));
    aws.dynamodb().putItem(r -> r.tableName(prefix + "Things").item(item));

    provision(RESOURCES);

    assertThat(aws.dynamodb().scan(r -> r.tableName(prefix + "Things")).items())
        .containsExactly(item);
  }

  @Test
  void saysWhichTablesKeyWasChanged() throws IOException {
    provision(RESOURCES);
    String changed = RESOURCES.replace("AttributeName: id", "AttributeName: number");

    assertThatIllegalStateException()
        .isThrownBy(() -> provision(changed))
        .withMessageContaining("Things is (feed, id) here and (feed, number) in template.yaml")
        .withMessageContaining("remove .local/data");
  }

  @Test
  void tellsWhichTablesIndexIsMissing() throws IOException {
    provision(RESOURCES);
    String indexed =
        RESOURCES.replace(
            "Work:",
            """
                GlobalSecondaryIndexes:
                  - IndexName: byId
                    KeySchema: [{AttributeName: id, KeyType: HASH}]
                    Projection: {ProjectionType: KEYS_ONLY}
            Work:\
            """);

    assertThatIllegalStateException()
        .isThrownBy(() -> provision(indexed))
        .withMessageContaining(
            "The list of indexes of Things is () here and (byId) in template.yaml");
  }
}
