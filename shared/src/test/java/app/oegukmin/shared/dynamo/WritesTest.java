package app.oegukmin.shared.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oegukmin.testkit.Stack;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

@Tag("process")
class WritesTest {

  @RegisterExtension static final Stack STACK = Stack.of("UserTable");

  private record Account(String key, String version, Optional<String> phone, Optional<String> by) {}

  /** What another writer writes. */
  private record Version(String key, String version, Optional<String> phone) {}

  private static final TableSchema<Account> ACCOUNTS =
      RecordSchema.of(Account.class).partition("key").build();

  private static final TableSchema<Version> VERSIONS =
      RecordSchema.of(Version.class).partition("key").build();

  private static final Account FIRST =
      new Account("a", "1", Optional.of("010"), Optional.of("crawler"));
  private static final Version SECOND = new Version("a", "2", Optional.empty());
  private static final Expression STILL_FIRST = Conditions.equal("version", "1");
  private static final Expression STILL_SECOND = Conditions.equal("version", "2");

  private final DynamoDbClient client = STACK.dynamodb();

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void putsOnACondition() {
    assertThat(Writes.put(accounts(), FIRST, Conditions.absent("key"))).isTrue();
    Account other = new Account("a", "9", Optional.empty(), Optional.empty());
    assertThat(Writes.put(accounts(), other, Conditions.absent("key"))).isFalse();
    assertThat(read()).contains(FIRST);

    assertThat(Writes.put(accounts(), other, STILL_FIRST)).isTrue();
    assertThat(read()).contains(other);
  }

  @Test
  void setsOnlyWhatTheRecordHas() {
    accounts().putItem(FIRST);
    Writes.set(versions(client), SECOND);

    assertThat(read()).contains(new Account("a", "2", FIRST.phone(), FIRST.by()));
  }

  @Test
  void setsOnACondition() {
    accounts().putItem(FIRST);

    assertThat(Writes.set(versions(client), SECOND, STILL_SECOND)).isFalse();
    assertThat(read()).contains(FIRST);
    assertThat(Writes.set(versions(client), SECOND, STILL_FIRST)).isTrue();
    assertThat(read()).contains(new Account("a", "2", FIRST.phone(), FIRST.by()));
  }

  @Test
  void setsAnItemThatIsNotThereUnlessTheConditionDemandsIt() {
    assertThat(Writes.set(versions(client), SECOND, STILL_FIRST)).isFalse();
    assertThat(read()).isEmpty();

    Writes.set(versions(client), SECOND);
    assertThat(read()).contains(new Account("a", "2", Optional.empty(), Optional.empty()));
  }

  @Test
  void removesWhatTheRecordLeavesEmptyAndNothingOfOtherWriters() {
    accounts().putItem(FIRST);

    assertThat(Writes.setOrRemove(versions(client), SECOND, STILL_SECOND)).isFalse();
    assertThat(read()).contains(FIRST);
    assertThat(Writes.setOrRemove(versions(client), SECOND, STILL_FIRST)).isTrue();
    assertThat(read()).contains(new Account("a", "2", Optional.empty(), FIRST.by()));
  }

  @Test
  void deletesOnACondition() {
    accounts().putItem(FIRST);

    assertThat(Writes.delete(accounts(), key(), STILL_SECOND)).isFalse();
    assertThat(read()).contains(FIRST);
    assertThat(Writes.delete(accounts(), key(), STILL_FIRST)).isTrue();
    assertThat(read()).isEmpty();
  }

  @Test
  void asksNothingBackThatAWritersPolicyMayRefuse() {
    accounts().putItem(FIRST);
    Requests requests = new Requests();
    try (var observed = requests.client()) {
      Writes.set(versions(observed), SECOND);
      Writes.set(versions(observed), SECOND, STILL_SECOND);
      Writes.setOrRemove(versions(observed), SECOND, STILL_SECOND);
      Writes.put(versions(observed), SECOND, STILL_SECOND);
    }

    assertThat(requests.of(UpdateItemRequest.class))
        .extracting(UpdateItemRequest::returnValues)
        .containsExactly(ReturnValue.NONE, ReturnValue.NONE, ReturnValue.NONE);
    assertThat(requests.of(PutItemRequest.class))
        .extracting(PutItemRequest::returnValues)
        .containsOnlyNulls();
  }

  @Test
  void aWriteThatMeetsATransactionIsTriedAgain() {
    Refusals conflicts = Refusals.conflicting(3);
    try (var busy = conflicts.client()) {
      assertThat(Writes.put(accounts(busy), FIRST, Conditions.absent("key"))).isTrue();
    }

    assertThat(conflicts.tries()).isEqualTo(4);
    assertThat(read()).contains(FIRST);
  }

  @Test
  void aPutWithoutAConditionThatMeetsATransactionIsTriedAgain() {
    Refusals conflicts = Refusals.conflicting(3);
    try (var busy = conflicts.client()) {
      Writes.put(accounts(busy), FIRST);
    }

    assertThat(conflicts.tries()).isEqualTo(4);
    assertThat(read()).contains(FIRST);
  }

  @Test
  void aWriteThatMeetsTransactionsForEverFails() {
    Refusals conflicts = Refusals.conflicting(Integer.MAX_VALUE);
    try (var busy = conflicts.client()) {
      assertThatExceptionOfType(BusyException.class)
          .isThrownBy(() -> Writes.set(versions(busy), SECOND));
    }

    assertThat(conflicts.tries()).isEqualTo(12);
  }

  private Optional<Account> read() {
    return Reads.find(accounts(), key());
  }

  private DynamoDbTable<Account> accounts() {
    return accounts(client);
  }

  private static DynamoDbTable<Account> accounts(DynamoDbClient client) {
    return Dynamo.table(client, STACK.table("UserTable"), ACCOUNTS);
  }

  private static DynamoDbTable<Version> versions(DynamoDbClient client) {
    return Dynamo.table(client, STACK.table("UserTable"), VERSIONS);
  }

  private static Key key() {
    return Key.builder().partitionValue("a").build();
  }
}
