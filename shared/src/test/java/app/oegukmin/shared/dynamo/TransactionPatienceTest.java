package app.oegukmin.shared.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@Tag("process")
class TransactionPatienceTest {

  @RegisterExtension static final Stack STACK = Stack.of("UserTable");

  private record Account(String key, String version) {}

  private static final TableSchema<Account> SCHEMA =
      RecordSchema.of(Account.class).partition("key").build();

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final FakeClock clock = new FakeClock(Instant.parse("2026-05-01T00:00:00Z"));
  private final List<Duration> pauses = new ArrayList<>();

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
  void outlastsContentionAndThrottling(String code) {
    try (var client = Refusals.cancelling(12, code).client()) {
      assertThat(putTwo(client).write(PATIENCE, clock)).isEmpty();
    }

    assertThat(pauses).hasSize(12);
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void outlastsThrottlingOfTheWholeRequest() {
    try (var client = Refusals.throttling(12).client()) {
      assertThat(putTwo(client).write(PATIENCE, clock)).isEmpty();
    }

    assertThat(pauses).hasSize(12);
  }

  @Test
  void givesUpWhenItsTimeIsOverAndHasWrittenNothing() {
    Refusals conflicts = Refusals.cancelling(Integer.MAX_VALUE, "TransactionConflict");
    try (var client = conflicts.client()) {
      Transaction transaction = putTwo(client);
      assertThatThrownBy(() -> transaction.write(PATIENCE, clock))
          .isInstanceOf(BusyException.class);
    }

    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(PATIENCE);
    assertThat(pauses).allMatch(pause -> pause.toMillis() <= 200);
    assertThat(stored()).isZero();
  }

  @Test
  void countsTheTimeThatTriesTake() {
    Refusals conflicts = Refusals.cancelling(Integer.MAX_VALUE, "TransactionConflict");
    InstantSource slow =
        () -> {
          clock.advance(Duration.ofMillis(500));
          return clock.instant();
        };
    try (var client = conflicts.client()) {
      Transaction transaction = putTwo(client);
      assertThatThrownBy(() -> transaction.write(PATIENCE, slow)).isInstanceOf(BusyException.class);
    }

    assertThat(conflicts.tries()).isEqualTo(6);
  }

  @Test
  void doesNotTryAgainWhatWillNotPass() {
    Refusals refusals = Refusals.cancelling(1, "ValidationError");
    try (var client = refusals.client()) {
      Transaction transaction = putTwo(client);
      assertThatThrownBy(() -> transaction.write(PATIENCE, clock))
          .isInstanceOf(TransactionCanceledException.class);
    }

    assertThat(pauses).isEmpty();
  }

  @Test
  void namesTheConditionThatFailedAtOnce() {
    putTwo(STACK.dynamodb()).write();

    assertThat(putTwo(STACK.dynamodb()).write(PATIENCE, clock)).hasValue(0);
    assertThat(pauses).isEmpty();
  }

  private Transaction putTwo(DynamoDbClient client) {
    Backoff backoff =
        new Backoff(Duration.ofMillis(20), Duration.ofMillis(200), new Random(1), pauses::add);
    return new Transaction(client, backoff)
        .put(table(), new Account("a", "1"), Conditions.absent("key"))
        .put(table(), new Account("b", "1"), Conditions.absent("key"));
  }

  private static long stored() {
    return table().scan().items().stream().count();
  }

  private static DynamoDbTable<Account> table() {
    return Dynamo.table(STACK.dynamodb(), STACK.table("UserTable"), SCHEMA);
  }
}
