package app.oegukmin.shared.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Tag("process")
class TransactionTest {

  @RegisterExtension static final Stack STACK = Stack.of("UserTable");

  private record Account(String key, String version, Optional<String> owner) {}

  private static final TableSchema<Account> SCHEMA =
      RecordSchema.of(Account.class).partition("key").build();

  private record Likes(String key, long likes) {}

  private static final TableSchema<Likes> LIKES =
      RecordSchema.of(Likes.class).partition("key").build();

  private final List<Duration> pauses = new ArrayList<>();

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void writesAll() {
    assertThat(putNew(putNew(transaction(), "a", "1"), "b", "2").write()).isEmpty();

    assertThat(List.of(version("a"), version("b"))).containsExactly("1", "2");
  }

  @Test
  void namesTheFirstConditionThatFailedAndWritesNothing() {
    putNew(putNew(transaction(), "b", "old"), "c", "old").write();
    Transaction second = transaction();
    List.of("a", "b", "c").forEach(key -> putNew(second, key, "new"));

    assertThat(second.write()).hasValue(1);
    assertThat(read("a")).isEmpty();
    assertThat(version("b")).isEqualTo("old");
  }

  @Test
  void deletesOnlyWhatItsConditionStillNames() {
    putNew(transaction(), "a", "1").write();

    assertThat(deleteIf("2").write()).hasValue(0);
    assertThat(version("a")).isEqualTo("1");
    assertThat(deleteIf("1").write()).isEmpty();
    assertThat(read("a")).isEmpty();
  }

  @Test
  void setsOnlyWhatItNames() {
    transaction().put(table(), new Account("a", "1", Optional.of("crawler"))).write();

    assertThat(setIf("2", "1").write()).isEmpty();
    assertThat(read("a")).contains(new Account("a", "2", Optional.of("crawler")));
  }

  @Test
  void removesWhatItNamesAsEmpty() {
    transaction().put(table(), new Account("a", "1", Optional.of("crawler"))).write();
    Account second = account("a", "2");

    assertThat(transaction().setOrRemove(table(), second, still("1")).write()).isEmpty();
    assertThat(read("a")).contains(second);
  }

  @Test
  void setsNothingWhenTheConditionNoLongerHolds() {
    putNew(transaction(), "a", "1").write();

    assertThat(setIf("3", "2").write()).hasValue(0);
    assertThat(version("a")).isEqualTo("1");
  }

  @Test
  void setsNothingOfAnItemThatIsNotThere() {
    assertThat(setIf("2", "1").write()).hasValue(0);
    assertThat(read("a")).isEmpty();
  }

  @Test
  void checksAnItemThatItDoesNotWrite() {
    putNew(transaction(), "a", "1").write();

    Transaction refused = transaction().check(table(), key("a"), still("2"));
    assertThat(putNew(refused, "b", "1").write()).hasValue(0);
    assertThat(read("b")).isEmpty();
    Transaction granted = transaction().check(table(), key("a"), still("1"));
    assertThat(putNew(granted, "b", "1").write()).isEmpty();
  }

  @Test
  void addsToNumbersAndLeavesTheRest() {
    putNew(transaction(), "a", "1").write();

    assertThat(addIf("1", 3).write()).isEmpty();
    assertThat(addIf("1", -1).write()).isEmpty();
    assertThat(Reads.find(likes(), key("a"))).contains(new Likes("a", 2));
    assertThat(version("a")).isEqualTo("1");
  }

  @Test
  void addsNothingWhenAConditionFails() {
    putNew(transaction(), "a", "1").write();

    assertThat(addIf("2", 3).write()).hasValue(0);
    Transaction late = addIf("1", 3).put(table(), account("a2", "1"), Conditions.present("key"));
    assertThat(late.write()).hasValue(1);
    assertThat(version("a")).isEqualTo("1");
    assertThat(Items.all(STACK, "UserTable")).noneMatch(item -> item.containsKey("likes"));
  }

  @Test
  void triesAgainAfterAConflict() {
    Refusals conflicts = Refusals.cancelling(3, "TransactionConflict");
    try (var client = conflicts.client()) {
      assertThat(putNew(transaction(client), "a", "1").write()).isEmpty();
    }

    assertThat(version("a")).isEqualTo("1");
    assertThat(pauses).hasSize(3);
  }

  @Test
  void givesUpOnAConflictThatDoesNotEnd() {
    Refusals conflicts = Refusals.cancelling(Integer.MAX_VALUE, "TransactionConflict");
    try (var client = conflicts.client()) {
      Transaction transaction = putNew(transaction(client), "a", "1");
      assertThatThrownBy(transaction::write).isInstanceOf(BusyException.class);
    }

    assertThat(conflicts.tries()).isEqualTo(12);
    assertThat(pauses).hasSize(11);
  }

  @Test
  void doesNotTryARefusalAgain() {
    Refusals refusals = Refusals.cancelling(1, "ConditionalCheckFailed");
    try (var client = refusals.client()) {
      assertThat(putNew(transaction(client), "a", "1").write()).hasValue(1);
    }

    assertThat(refusals.tries()).isEqualTo(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void losesNoUpdateOfAnItemThatTwoContendFor() throws Exception {
    putNew(transaction(), "a", "0").write();
    AtomicInteger written = new AtomicInteger();
    Callable<Void> contender =
        () -> {
          for (int i = 0; i < 20; i++) {
            String seen = version("a");
            String next = Integer.toString(Integer.parseInt(seen) + 1);
            Transaction update = new Transaction(STACK.dynamodb());
            if (update.set(table(), account("a", next), still(seen)).write().isEmpty()) {
              written.incrementAndGet();
            }
          }
          return null;
        };
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var contest : threads.invokeAll(List.of(contender, contender))) {
        contest.get();
      }
    }

    assertThat(written.get()).isPositive();
    assertThat(version("a")).isEqualTo(Integer.toString(written.get()));
  }

  private Transaction transaction() {
    return transaction(STACK.dynamodb());
  }

  private Transaction transaction(DynamoDbClient client) {
    return new Transaction(
        client,
        new Backoff(Duration.ofMillis(20), Duration.ofMillis(200), new Random(1), pauses::add));
  }

  private static Transaction putNew(Transaction transaction, String key, String version) {
    return transaction.put(table(), account(key, version), Conditions.absent("key"));
  }

  private Transaction addIf(String expected, long likes) {
    return transaction().add(likes(), new Likes("a", likes), still(expected));
  }

  private Transaction setIf(String version, String expected) {
    return transaction().set(table(), account("a", version), still(expected));
  }

  private Transaction deleteIf(String expected) {
    return transaction().delete(table(), key("a"), still(expected));
  }

  private static Expression still(String version) {
    return Conditions.equal("version", version);
  }

  private static Account account(String key, String version) {
    return new Account(key, version, Optional.empty());
  }

  private static Key key(String key) {
    return Key.builder().partitionValue(key).build();
  }

  private static String version(String key) {
    return read(key).orElseThrow().version();
  }

  private static Optional<Account> read(String key) {
    return Reads.find(table(), key(key));
  }

  private static DynamoDbTable<Likes> likes() {
    return Dynamo.table(STACK.dynamodb(), STACK.table("UserTable"), LIKES);
  }

  private static DynamoDbTable<Account> table() {
    return Dynamo.table(STACK.dynamodb(), STACK.table("UserTable"), SCHEMA);
  }
}
