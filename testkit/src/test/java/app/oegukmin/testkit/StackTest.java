package app.oegukmin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@Tag("process")
class StackTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of("ArticleTable", "KeyTable", "NonceTable", "TranslateQueue", "MediaBucket")
          .withStreams()
          .withValkey()
          .withParameter("AccessTokenMinutes", "7");

  private static final Map<String, AttributeValue> KEY =
      Map.of("purpose", AttributeValue.fromS("signing"), "kid", AttributeValue.fromS("1"));

  @Test
  void functionsFindTheirTables() {
    try (var client = DynamoDbClient.create()) {
      client.putItem(request -> request.tableName(STACK.table("KeyTable")).item(KEY));
    }

    assertThat(
            STACK
                .dynamodb()
                .getItem(request -> request.tableName(STACK.table("KeyTable")).key(KEY))
                .item())
        .isEqualTo(KEY);
  }

  @Test
  @DisplayName("F-98: nothing is deleted by the machine's clock, which no test's clock follows")
  void f98_nothingExpiresByItself() {
    TimeToLiveDescription expiry =
        STACK
            .dynamodb()
            .describeTimeToLive(request -> request.tableName(STACK.table("NonceTable")))
            .timeToLiveDescription();

    assertThat(expiry.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.DISABLED);
  }

  @Test
  void functionsMayDoWhatTheirPoliciesAllow() {
    put("KeysFunction", "signing");
    assertRefused("KeysFunction", "unknown");
    assertRefused("UserFunction", "signing");
    assertRefused("unknown", "signing");
  }

  private static void assertRefused(String function, String purpose) {
    assertThatExceptionOfType(DynamoDbException.class)
        .isThrownBy(() -> put(function, purpose))
        .matches(e -> e.awsErrorDetails().errorCode().equals("AccessDeniedException"));
  }

  private static void put(String function, String purpose) {
    Map<String, AttributeValue> key =
        Map.of("purpose", AttributeValue.fromS(purpose), "kid", AttributeValue.fromS("2"));
    String name =
        function.equals("unknown")
            ? function
            : STACK.environment(function).get("AWS_LAMBDA_FUNCTION_NAME");
    try (var client =
        DynamoDbClient.builder().overrideConfiguration(config -> config.appId(name)).build()) {
      client.putItem(request -> request.tableName(STACK.table("KeyTable")).item(key));
    }
  }

  @Test
  void streamsAreFoundToo() {
    try (var client = DynamoDbStreamsClient.create()) {
      assertThat(client.listStreams(r -> r.tableName(STACK.table("ArticleTable"))).streams())
          .hasSize(1);
    }
  }

  @Test
  void functionsFindTheirQueues() {
    try (var client = SqsClient.create()) {
      client.sendMessage(r -> r.queueUrl(STACK.queue("TranslateQueue")).messageBody("안녕"));
    }

    assertThat(
            STACK
                .sqs()
                .receiveMessage(r -> r.queueUrl(STACK.queue("TranslateQueue")).waitTimeSeconds(5))
                .messages())
        .extracting(Message::body)
        .containsExactly("안녕");
  }

  @Test
  void deadLettersComeWithTheirQueue() {
    var policy =
        STACK
            .sqs()
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(STACK.queue("TranslateQueue"))
                        .attributeNames(QueueAttributeName.REDRIVE_POLICY))
            .attributes()
            .get(QueueAttributeName.REDRIVE_POLICY);
    String deadLetters = STACK.queue("TranslateDeadLetters");

    assertThat(policy).contains(deadLetters.substring(deadLetters.lastIndexOf('/') + 1));
  }

  @Test
  void functionsFindTheirBuckets() {
    try (var client = S3Client.create()) {
      client.putObject(
          request -> request.bucket(STACK.bucket("MediaBucket")).key("a"),
          RequestBody.fromString("b"));
    }

    assertThat(
            STACK
                .s3()
                .getObjectAsBytes(r -> r.bucket(STACK.bucket("MediaBucket")).key("a"))
                .asUtf8String())
        .isEqualTo("b");
  }

  @Test
  void valkeyAnswersWhoeverKnowsItsEndpoint() {
    try (var own = new Jedis(HostAndPort.from(STACK.valkeyEndpoint()))) {
      own.set("key", "value");
    }

    assertThat(STACK.valkey().get("key")).isEqualTo("value");
  }

  @Test
  void functionsGetTheVariablesOfTheTemplate() {
    assertThat(STACK.environment("UserFunction"))
        .containsEntry("KEY_TABLE", STACK.table("KeyTable"))
        .containsEntry("ACCESS_TOKEN_MINUTES", "7");
    assertThat(STACK.environment("NoticeFunction"))
        .containsEntry("CACHE_ENDPOINT", STACK.valkeyEndpoint());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 25, 30})
  void clearsAll(int items) {
    for (int i = 0; i < items; i++) {
      var item = Map.of("purpose", KEY.get("purpose"), "kid", AttributeValue.fromS("kid" + i));
      STACK.dynamodb().putItem(request -> request.tableName(STACK.table("KeyTable")).item(item));
    }
    STACK.sqs().sendMessage(r -> r.queueUrl(STACK.queue("TranslateQueue")).messageBody("gone"));
    STACK.s3().putObject(r -> r.bucket(STACK.bucket("MediaBucket")).key("a"), RequestBody.empty());
    STACK.valkey().set("key", "value");

    STACK.clear();

    assertThat(STACK.dynamodb().scan(r -> r.tableName(STACK.table("KeyTable"))).items()).isEmpty();
    assertThat(
            STACK.sqs().receiveMessage(r -> r.queueUrl(STACK.queue("TranslateQueue"))).messages())
        .isEmpty();
    assertThat(STACK.s3().listObjectsV2(r -> r.bucket(STACK.bucket("MediaBucket"))).contents())
        .isEmpty();
    assertThat(STACK.valkey().get("key")).isNull();
  }

  @Test
  void namesWhatItWasMadeWithout() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STACK.table("UserTable"))
        .withMessage("This stack was made without UserTable");
  }
}
