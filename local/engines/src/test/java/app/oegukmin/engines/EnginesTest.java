package app.oegukmin.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.exceptions.JedisDataException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@Tag("process")
class EnginesTest {

  @TempDir static Path logs;

  private static Engines engines;
  private static EngineClients clients;

  @BeforeAll
  static void start() {
    engines = Engines.ofBuild(logs);
    engines.add(EnumSet.allOf(Engine.class));
    clients = EngineClients.of(engines);
  }

  @AfterAll
  static void stop() {
    Samples.drop(clients.dynamodb(), List.of("Conditions", "Transactions"));
    clients.close();
    engines.close();
  }

  @Test
  void dynamoDbChecksTheConditionOfAPut() {
    Samples.createTable(clients.dynamodb(), "Conditions");
    Samples.putNew(clients.dynamodb(), "Conditions", "a");

    assertThatThrownBy(() -> Samples.putNew(clients.dynamodb(), "Conditions", "a"))
        .isInstanceOf(ConditionalCheckFailedException.class);
  }

  @Test
  void dynamoDbWritesATransactionWhollyOrNotAtAll() {
    Samples.createTable(clients.dynamodb(), "Transactions");
    Samples.putNew(clients.dynamodb(), "Transactions", "taken");

    assertThatThrownBy(
            () ->
                clients
                    .dynamodb()
                    .transactWriteItems(
                        request ->
                            request.transactItems(
                                newItem("Transactions", "free"), newItem("Transactions", "taken"))))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e ->
                assertThat(e.cancellationReasons())
                    .extracting("code")
                    .containsExactly("None", "ConditionalCheckFailed"));
    assertThat(Samples.ids(clients.dynamodb(), "Transactions")).containsExactly("taken");
  }

  private static TransactWriteItem newItem(String table, String id) {
    var put =
        Put.builder()
            .tableName(table)
            .item(Map.of("id", AttributeValue.fromS(id)))
            .conditionExpression("attribute_not_exists(id)")
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  @Test
  void sqsMovesAMessageThatIsNeverDeletedToTheDeadLetters() {
    var queues = Samples.createQueues(clients.sqs(), "Work", 1);
    clients.sqs().sendMessage(request -> request.queueUrl(queues.work()).messageBody("안녕"));

    assertThat(receive(queues.work())).extracting(Message::body).containsExactly("안녕");
    assertThat(receive(queues.work())).isEmpty();
    assertThat(receive(queues.deadLetters())).extracting(Message::body).containsExactly("안녕");
  }

  /** Receives without hiding, so that the next receive is the next delivery. */
  private static List<Message> receive(String queue) {
    return clients
        .sqs()
        .receiveMessage(request -> request.queueUrl(queue).visibilityTimeout(0).waitTimeSeconds(1))
        .messages();
  }

  @Test
  void sqsNamesItsQueuesAsTheAccountDoes() {
    var queues = Samples.createQueues(clients.sqs(), "Named", 3);

    assertThat(queues.work()).isEqualTo(engines.sqs() + "/" + LocalAccount.ACCOUNT_ID + "/Named");
    assertThat(
            clients
                .sqs()
                .getQueueAttributes(
                    request ->
                        request
                            .queueUrl(queues.work())
                            .attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN))
        .isEqualTo("arn:aws:sqs:ap-northeast-2:000000000000:Named");
  }

  @Test
  void s3KeepsAnObjectUnderAKoreanKey() {
    clients.s3().createBucket(request -> request.bucket("images"));
    clients
        .s3()
        .putObject(
            request -> request.bucket("images").key("식단/오늘.txt"), RequestBody.fromString("비빔밥"));

    assertThat(
            clients
                .s3()
                .getObjectAsBytes(request -> request.bucket("images").key("식단/오늘.txt"))
                .asUtf8String())
        .isEqualTo("비빔밥");
    assertThat(clients.s3().listObjectsV2(request -> request.bucket("images")).contents())
        .extracting("key")
        .containsExactly("식단/오늘.txt");
  }

  @Test
  void s3RefusesWhoeverDoesNotSign() throws Exception {
    clients.s3().createBucket(request -> request.bucket("private"));
    clients
        .s3()
        .putObject(request -> request.bucket("private").key("a"), RequestBody.fromString("a"));

    try (var http = HttpClient.newHttpClient()) {
      var anonymous = HttpRequest.newBuilder(URI.create(engines.s3() + "/private/a")).build();
      assertThat(http.send(anonymous, BodyHandlers.discarding()).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void redisKeepsKeysOfEverySlot() {
    for (int i = 0; i < 50; i++) {
      clients.redis().set("key" + i, "value" + i);
    }

    assertThat(clients.redis().get("key49")).isEqualTo("value49");
  }

  @Test
  void redisRefusesAScriptOverTwoSlots() {
    String script = "return redis.call('GET', KEYS[1]) == redis.call('GET', KEYS[2])";

    assertThatThrownBy(() -> clients.redis().eval(script, List.of("{u:1}a", "{u:2}a"), List.of()))
        .isInstanceOf(JedisDataException.class)
        .hasMessageContaining("CROSSSLOT");
    assertThat(clients.redis().eval(script, List.of("{u:1}a", "{u:1}b"), List.of())).isEqualTo(1L);
  }

  @Test
  void onlyDynamoDbListensBeyondThisMachine() throws Exception {
    var outside = addressOfTheNetwork();
    assumeTrue(outside.isPresent(), "a network");

    assertThat(List.of(engines.sqs().getPort(), engines.s3().getPort(), engines.redisPort()))
        .noneMatch(port -> answers(outside.get(), port));
    assertThat(answers(outside.get(), engines.dynamodb().getPort())).isTrue();
  }

  private static Optional<InetAddress> addressOfTheNetwork() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .findFirst();
  }

  private static boolean answers(InetAddress address, int port) {
    try (var socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void tellsWhichEngineWasNeverStarted() {
    try (var nothing = Engines.start(Set.of(), Optional.empty(), logs)) {
      assertThatIllegalStateException().isThrownBy(nothing::sqs).withMessage("SQS was not started");
      assertThat(nothing.pids()).isEmpty();
    }
  }
}
