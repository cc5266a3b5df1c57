package app.oegukmin.shared.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.testkit.Stack;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class TransactionsTest {

  @RegisterExtension static final Stack STACK = Stack.of("UserTable");

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void writesAll() {
    assertThat(write(putNew("a", "1"), putNew("b", "2"))).isEqualTo(-1);
    assertThat(List.of(version("a"), version("b"))).containsExactly("1", "2");
  }

  @Test
  void namesTheFirstConditionThatFailedAndWritesNothing() {
    write(putNew("b", "old"), putNew("c", "old"));

    assertThat(write(putNew("a", "new"), putNew("b", "new"), putNew("c", "new"))).isEqualTo(1);
    assertThat(read("a").attributes()).isEmpty();
    assertThat(version("b")).isEqualTo("old");
  }

  @Test
  void deletesOnlyWhatItsGuardStillNames() {
    write(putNew("a", "1"));

    assertThat(write(Transactions.deleteIf(table(), key("a"), "version", "2"))).isZero();
    assertThat(version("a")).isEqualTo("1");
    assertThat(write(Transactions.deleteIf(table(), key("a"), "version", "1"))).isEqualTo(-1);
    assertThat(read("a").attributes()).isEmpty();
  }

  @Test
  void setsOnlyWhatItNames() {
    Item item = key("a").with("version", "1").with("owner", "crawler");
    write(Transactions.putNew(table(), "key", item));

    assertThat(write(setIf("a", "2", "1"))).isEqualTo(-1);
    assertThat(read("a")).isEqualTo(item.with("version", "2"));
  }

  @Test
  void setsNothingWhenTheGuardHasChanged() {
    write(putNew("a", "1"));

    assertThat(write(setIf("a", "3", "2"))).isZero();
    assertThat(version("a")).isEqualTo("1");
  }

  @Test
  void setsNothingOfAnItemThatIsNotThere() {
    assertThat(write(setIf("a", "2", "1"))).isZero();
    assertThat(read("a").attributes()).isEmpty();
  }

  @Test
  void triesAgainAfterAConflict() {
    Cancellations conflicts = new Cancellations(3, "TransactionConflict");
    try (var client = conflicts.client()) {
      assertThat(Transactions.write(client, List.of(putNew("a", "1")))).isEqualTo(-1);
    }

    assertThat(version("a")).isEqualTo("1");
  }

  @Test
  void givesUpOnAConflictThatDoesNotEnd() {
    Cancellations conflicts = new Cancellations(Integer.MAX_VALUE, "TransactionConflict");
    try (var client = conflicts.client()) {
      assertThatThrownBy(() -> Transactions.write(client, List.of(putNew("a", "1"))))
          .isInstanceOf(TransactionCanceledException.class);
    }

    assertThat(conflicts.tries()).isEqualTo(5);
  }

  @Test
  void doesNotTryARefusalAgain() {
    Cancellations refusals = new Cancellations(1, "ConditionalCheckFailed");
    try (var client = refusals.client()) {
      assertThat(Transactions.write(client, List.of(putNew("a", "1")))).isEqualTo(1);
    }

    assertThat(refusals.tries()).isEqualTo(1);
  }

  @Test
  void losesNoUpdateOfAnItemThatTwoContendFor() throws Exception {
    write(putNew("a", "0"));
    AtomicInteger written = new AtomicInteger();
    Callable<Void> contender =
        () -> {
          for (int i = 0; i < 20; i++) {
            int seen = Integer.parseInt(version("a"));
            if (write(setIf("a", Integer.toString(seen + 1), Integer.toString(seen))) < 0) {
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

  private static int write(TransactWriteItem... actions) {
    return Transactions.write(STACK.dynamodb(), List.of(actions));
  }

  private static TransactWriteItem putNew(String key, String version) {
    return Transactions.putNew(table(), "key", key(key).with("version", version));
  }

  private static TransactWriteItem setIf(String key, String version, String expected) {
    Item values = Item.empty().with("version", version);
    return Transactions.setIf(table(), key(key), values, "version", expected);
  }

  private static Item key(String key) {
    return Item.empty().with("key", key);
  }

  private static String version(String key) {
    return read(key).text("version");
  }

  private static Item read(String key) {
    return new Item(
        STACK
            .dynamodb()
            .getItem(r -> r.tableName(table()).key(key(key).attributes()).consistentRead(true))
            .item());
  }

  private static String table() {
    return STACK.table("UserTable");
  }
}
