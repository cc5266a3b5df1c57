package app.oegukmin.engines.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.engines.Clients;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.engines.LocalAccount;
import app.oegukmin.engines.Tables;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** What writes of one moment refuse each other, as the SDK understands it. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("process")
class DynamoDbContentionTest {

  private static final String TABLE = "c-Others";

  private static final StaticCredentialsProvider ACCOUNT =
      StaticCredentialsProvider.create(
          AwsBasicCredentials.create(LocalAccount.ACCESS_KEY_ID, LocalAccount.SECRET_ACCESS_KEY));

  private Engines engines;
  private DynamoDbFront front;
  private DynamoDbClient client;

  @BeforeAll
  void start() throws IOException {
    engines = Engines.ofBuild(Path.of("target", "contention-engines"));
    engines.add(Set.of(Engine.DYNAMODB));
    // In one moment, so that no machine is too slow to be throttled.
    front = new DynamoDbFront(engines.dynamodb(), InstantSource.fixed(Instant.EPOCH));
    Template template =
        Template.read(
            Path.of("src/test/resources/access.yaml"),
            Map.of(),
            new LocalNames("c-", URI.create("http://sqs.invalid")));
    Tables.createMissing(Clients.dynamodb(front.uri()), template.tables());
    front.admit(template);
    client =
        DynamoDbClient.builder()
            .endpointOverride(front.uri())
            .region(Region.of(LocalAccount.REGION))
            .credentialsProvider(ACCOUNT)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(
                config -> config.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build();
  }

  @AfterAll
  void stop() {
    front.close();
    engines.close();
  }

  @Test
  void ofOverlappingTransactionsOnOneItemOneIsDone() throws Exception {
    AtomicInteger done = new AtomicInteger();
    AtomicInteger cancelled = new AtomicInteger();
    Callable<Void> member =
        () -> {
          for (int i = 0; i < 15; i++) {
            List<String> reasons = like(1);
            assertThat(reasons).isIn(List.of(), List.of("None", "TransactionConflict"));
            (reasons.isEmpty() ? done : cancelled).incrementAndGet();
          }
          return null;
        };
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var likes : threads.invokeAll(Stream.generate(() -> member).limit(8).toList())) {
        likes.get();
      }
    }

    assertThat(cancelled.get()).isPositive();
    assertThat(number(1, "likes")).isEqualTo(done.get());
  }

  /** Writes an item that nobody else writes, and adds to one that all do. */
  private List<String> like(long answer) {
    TransactWriteItem vote =
        TransactWriteItem.builder()
            .put(put -> put.tableName(TABLE).item(key(System.nanoTime())))
            .build();
    TransactWriteItem count =
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(TABLE)
                        .key(key(answer))
                        .updateExpression("ADD likes :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))))
            .build();
    try {
      client.transactWriteItems(write -> write.transactItems(vote, count));
      return List.of();
    } catch (TransactionCanceledException e) {
      return e.cancellationReasons().stream().map(CancellationReason::code).toList();
    }
  }

  @Test
  void refusesASingleWriteDuringATransaction() throws Exception {
    boolean refused = false;
    try (var threads = Executors.newFixedThreadPool(2)) {
      var transactions = threads.submit(() -> Stream.generate(() -> like(2)).limit(30).toList());
      while (!refused && !transactions.isDone()) {
        refused = refusesAnUpdate();
      }
      transactions.get();
    }

    assertThat(refused).isTrue();
  }

  private boolean refusesAnUpdate() {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(TABLE)
                  .key(key(2))
                  .updateExpression("ADD looks :one")
                  .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
      return false;
    } catch (TransactionConflictException e) {
      return true;
    }
  }

  @Test
  void throttlesAnItemThatIsWrittenTooMuch() {
    put(7, 300_000);
    put(7, 300_000);
    put(7, 300_000);

    assertThatThrownBy(() -> put(7, 300_000))
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> {
              assertThat(e.isThrottlingException()).isTrue();
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ThrottlingException");
            });
    put(8, 300_000);
  }

  @Test
  void aTransactionUsesTwiceTheUnits() {
    transact(9, 300_000);

    assertThatThrownBy(() -> transact(9, 300_000))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e ->
                assertThat(e.cancellationReasons())
                    .extracting(CancellationReason::code)
                    .containsExactly("ThrottlingError"));
    put(9, 300_000);
  }

  private void put(long id, int length) {
    client.putItem(put -> put.tableName(TABLE).item(item(id, length)));
  }

  private void transact(long id, int length) {
    TransactWriteItem put =
        TransactWriteItem.builder().put(p -> p.tableName(TABLE).item(item(id, length))).build();
    client.transactWriteItems(write -> write.transactItems(put));
  }

  private long number(long id, String attribute) {
    return Long.parseLong(
        client.getItem(get -> get.tableName(TABLE).key(key(id))).item().get(attribute).n());
  }

  private static Map<String, AttributeValue> key(long id) {
    return Map.of("id", AttributeValue.fromN(Long.toString(id)));
  }

  private static Map<String, AttributeValue> item(long id, int length) {
    return Map.of(
        "id",
        AttributeValue.fromN(Long.toString(id)),
        "text",
        AttributeValue.fromS("x".repeat(length)));
  }
}
