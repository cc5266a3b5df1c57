package app.oegukmin.shared.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

@Tag("process")
class BatchReadTest {

  @RegisterExtension static final Stack STACK = Stack.of("NoticeTable", "UserTable");

  private record Row(String feed, long id) {}

  private record Account(String key, String name) {}

  private static final TableSchema<Row> ROWS =
      RecordSchema.of(Row.class).partition("feed").sort("id").build();

  private static final TableSchema<Account> ACCOUNTS =
      RecordSchema.of(Account.class).partition("key").build();

  private static final Set<String> KEYS = Set.of("feed", "id", "key");

  private final Requests requests = new Requests();
  private final List<Duration> pauses = new ArrayList<>();
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(20), Duration.ofMillis(80), new Random(1), pauses::add);

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void readsItemsOfTwoTablesInOneRequest() {
    put(1, 2);
    putAccounts("a", "b");
    try (var client = requests.client()) {
      var found =
          new BatchRead(client)
              .get(rows(client), rowKeys(3))
              .get(accounts(client), accountKeys("b", "c"))
              .read();
      assertThat(found.in(rows(client))).extracting(Row::id).containsExactlyInAnyOrder(1L, 2L);
      assertThat(found.in(accounts(client))).containsExactly(new Account("b", "name of b"));
    }

    assertThat(requests.all()).hasSize(1);
    assertThat(requests.of(BatchGetItemRequest.class))
        .allMatch(
            read ->
                read.requestItems().values().stream().allMatch(KeysAndAttributes::consistentRead));
  }

  @Test
  void readsMoreKeysThanOneRequestTakes() {
    put(LongStream.rangeClosed(1, 100).toArray());
    putAccounts("a");
    try (var client = requests.client()) {
      var found =
          new BatchRead(client)
              .get(rows(client), rowKeys(100))
              .get(accounts(client), accountKeys("a"))
              .read();
      assertThat(found.in(rows(client))).hasSize(100);
      assertThat(found.in(accounts(client))).hasSize(1);
    }

    assertThat(requests.all()).hasSize(2);
  }

  @Test
  void asksAgainForKeysOfBothTablesThatWereLeftUnread() {
    put(1, 2, 3, 4, 5);
    putAccounts("a", "b", "c");
    Unprocessed busy = new Unprocessed(2, KEYS);
    try (var client = busy.client()) {
      var found =
          new BatchRead(client, backoff)
              .get(rows(client), rowKeys(5))
              .get(accounts(client), accountKeys("a", "b", "c"))
              .read();
      assertThat(found.in(rows(client)))
          .extracting(Row::id)
          .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
      assertThat(found.in(accounts(client)))
          .extracting(Account::key)
          .containsExactlyInAnyOrder("a", "b", "c");
    }

    assertThat(busy.requests()).isEqualTo(3);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void givesUpOnKeysThatAreLeftUnreadForEver() {
    put(1, 2);
    Unprocessed busy = new Unprocessed(0, KEYS);
    try (var client = busy.client()) {
      BatchRead batch = new BatchRead(client, backoff).get(rows(client), rowKeys(2));
      assertThatIllegalStateException()
          .isThrownBy(batch::read)
          .withMessageContaining("2 keys of " + STACK.table("NoticeTable"));
    }

    assertThat(busy.requests()).isEqualTo(8);
    assertThat(pauses).hasSize(7);
  }

  private static void put(long... ids) {
    DynamoDbTable<Row> table = rows(STACK.dynamodb());
    LongStream.of(ids).forEach(id -> table.putItem(new Row("a", id)));
  }

  private static void putAccounts(String... keys) {
    DynamoDbTable<Account> table = accounts(STACK.dynamodb());
    List.of(keys).forEach(key -> table.putItem(new Account(key, "name of " + key)));
  }

  private static List<Key> rowKeys(int upTo) {
    return LongStream.rangeClosed(1, upTo)
        .mapToObj(id -> Key.builder().partitionValue("a").sortValue(id).build())
        .toList();
  }

  private static List<Key> accountKeys(String... keys) {
    return List.of(keys).stream().map(key -> Key.builder().partitionValue(key).build()).toList();
  }

  private static DynamoDbTable<Row> rows(DynamoDbClient client) {
    return Dynamo.table(client, STACK.table("NoticeTable"), ROWS);
  }

  private static DynamoDbTable<Account> accounts(DynamoDbClient client) {
    return Dynamo.table(client, STACK.table("UserTable"), ACCOUNTS);
  }
}
