package app.oegukmin.shared.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import java.util.List;
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
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

@Tag("process")
class ReadsTest {

  @RegisterExtension static final Stack STACK = Stack.of("NoticeTable");

  private record Row(String feed, long id) {}

  private static final TableSchema<Row> SCHEMA =
      RecordSchema.of(Row.class).partition("feed").sort("id").build();

  private final Requests requests = new Requests();

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void findsAnItemOrNone() {
    put(1);
    try (var client = requests.client()) {
      assertThat(Reads.find(table(client), key(1))).contains(new Row("a", 1));
      assertThat(Reads.find(table(client), key(2))).isEmpty();
    }

    assertThat(requests.of(GetItemRequest.class)).allMatch(GetItemRequest::consistentRead);
  }

  @Test
  void readsAPartitionInItsOrder() {
    table(STACK.dynamodb()).putItem(new Row("b", 4));
    put(3, 1, 2);
    try (var client = requests.client()) {
      assertThat(Reads.partition(table(client), "a"))
          .extracting(Row::id)
          .containsExactly(1L, 2L, 3L);
      assertThat(Reads.partition(table(client), "none")).isEmpty();
    }

    assertThat(requests.of(QueryRequest.class)).allMatch(QueryRequest::consistentRead);
  }

  @Test
  void readsTheHighestBelowAKeyInOneQuery() {
    put(1, 2, 3, 4);
    try (var client = requests.client()) {
      assertThat(Reads.below(table(client), key(4), 2)).extracting(Row::id).containsExactly(3L, 2L);
      assertThat(Reads.below(table(client), key(1), 2)).isEmpty();
    }

    assertThat(requests.of(QueryRequest.class)).hasSize(2).allMatch(QueryRequest::consistentRead);
  }

  @Test
  void readsMoreKeysThanOneRequestTakes() {
    put(LongStream.rangeClosed(1, 130).toArray());
    try (var client = requests.client()) {
      assertThat(Reads.batch(client, table(client), keys(230)))
          .extracting(Row::id)
          .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 130).boxed().toList());
    }

    assertThat(requests.of(BatchGetItemRequest.class)).hasSize(3);
  }

  @Test
  void asksForNothingWhenThereAreNoKeys() {
    try (var client = requests.client()) {
      assertThat(Reads.batch(client, table(client), List.of())).isEmpty();
    }

    assertThat(requests.all()).isEmpty();
  }

  private static void put(long... ids) {
    DynamoDbTable<Row> table = table(STACK.dynamodb());
    LongStream.of(ids).forEach(id -> table.putItem(new Row("a", id)));
  }

  private static List<Key> keys(int upTo) {
    return LongStream.rangeClosed(1, upTo).mapToObj(ReadsTest::key).toList();
  }

  private static Key key(long id) {
    return Key.builder().partitionValue("a").sortValue(id).build();
  }

  private static DynamoDbTable<Row> table(DynamoDbClient client) {
    return Dynamo.table(client, STACK.table("NoticeTable"), SCHEMA);
  }
}
