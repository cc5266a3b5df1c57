package app.oegukmin.shared.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

@Tag("process")
class CountersTest {

  @RegisterExtension static final Stack STACK = Stack.of("BoardTable");

  private record Counts(String board, Optional<Long> added, Optional<Set<Integer>> walked) {}

  /** What another writer writes. */
  private record Memory(String board, String memory) {}

  private static final TableSchema<Counts> COUNTS =
      RecordSchema.of(Counts.class).partition("board").build();

  private static final TableSchema<Memory> MEMORIES =
      RecordSchema.of(Memory.class).partition("board").build();

  private static final Expression FEW = Conditions.absentOrBelow("added", 4);

  private final DynamoDbClient client = STACK.dynamodb();

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void beginsAtNothing() {
    Counts first = counts(3, 1);

    assertThat(Counters.add(client, table(), first)).isEqualTo(first);
    assertThat(read()).contains(first);
  }

  @Test
  void addsToNumbersAndSets() {
    table().putItem(counts(3, 1));

    assertThat(Counters.add(client, table(), counts(-1, 2)))
        .isEqualTo(new Counts("a", Optional.of(2L), Optional.of(Set.of(1, 2))));
    assertThat(read()).contains(new Counts("a", Optional.of(2L), Optional.of(Set.of(1, 2))));
  }

  @Test
  void leavesWhatIsEmptyAndWhatOthersWriteAsItIs() {
    DynamoDbTable<Memory> memories = Dynamo.table(client, STACK.table("BoardTable"), MEMORIES);
    table().putItem(counts(3, 1));
    Writes.set(memories, new Memory("a", "m"));

    Counts more = new Counts("a", Optional.of(1L), Optional.empty());
    assertThat(Counters.add(client, table(), more))
        .isEqualTo(new Counts("a", Optional.of(4L), Optional.empty()));
    assertThat(read()).contains(counts(4, 1));
    assertThat(Reads.find(memories, key())).contains(new Memory("a", "m"));
  }

  @Test
  void addsOnACondition() {
    assertThat(Counters.add(client, table(), counts(4, 1), FEW)).contains(counts(4, 1));
    assertThat(Counters.add(client, table(), counts(1, 2), FEW)).isEmpty();
    assertThat(read()).contains(counts(4, 1));
  }

  @Test
  void whoeverRacesNothingIsLost() {
    IntStream.range(0, 24).parallel().forEach(i -> Counters.add(client, table(), counts(1, i)));

    assertThat(read().orElseThrow().added()).contains(24L);
    assertThat(read().orElseThrow().walked().orElseThrow()).hasSize(24);
  }

  @Test
  void asksBackOnlyWhatItHasWritten() {
    Requests requests = new Requests();
    try (var observed = requests.client()) {
      Counters.add(observed, table(), counts(1, 1));
      Counters.add(observed, table(), counts(1, 1), FEW);
    }

    assertThat(requests.of(UpdateItemRequest.class))
        .extracting(UpdateItemRequest::returnValues)
        .containsExactly(ReturnValue.UPDATED_NEW, ReturnValue.UPDATED_NEW);
  }

  private static Counts counts(long added, int page) {
    return new Counts("a", Optional.of(added), Optional.of(Set.of(page)));
  }

  private Optional<Counts> read() {
    return Reads.find(table(), key());
  }

  private DynamoDbTable<Counts> table() {
    return Dynamo.table(client, STACK.table("BoardTable"), COUNTS);
  }

  private static Key key() {
    return Key.builder().partitionValue("a").build();
  }
}
