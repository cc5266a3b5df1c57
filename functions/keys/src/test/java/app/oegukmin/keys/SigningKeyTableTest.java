package app.oegukmin.keys;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.key.Key;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What lies in the table, attribute by attribute: other versions of the code read it too. */
@Tag("process")
class SigningKeyTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("KeyTable");

  private static final Instant MADE = Instant.ofEpochSecond(1_790_000_000);
  private static final Instant LATER = Instant.ofEpochSecond(1_795_000_000);
  private static final SigningKey FIRST = new SigningKey("1", Key.State.CURRENT, MADE);
  private static final SigningKey SECOND = new SigningKey("2", Key.State.NEXT, MADE);

  private SigningKeyTable table;

  @BeforeEach
  void install() {
    STACK.clear();
    table = new SigningKeyTable(STACK.dynamodb(), STACK.table("KeyTable"));
  }

  @Test
  void storesAKeyOnce() {
    assertThat(table.add(FIRST, "c2VjcmV0")).isTrue();
    assertThat(table.add(new SigningKey("1", Key.State.NEXT, LATER), "b3RoZXI=")).isFalse();

    assertThat(items()).containsExactly(item("1", "current", 1_790_000_000L, "c2VjcmV0"));
    assertThat(table.all()).containsExactly(FIRST);
  }

  @Test
  void movesKeysAndLeavesTheirSecrets() {
    table.add(FIRST, "c2VjcmV0");
    table.add(SECOND, "b3RoZXI=");

    assertThat(table.promote(SECOND, List.of(FIRST), LATER)).isTrue();
    assertThat(table.promote(SECOND, List.of(FIRST), LATER)).isFalse();

    assertThat(items())
        .containsExactlyInAnyOrder(
            item("1", "previous", 1_795_000_000L, "c2VjcmV0"),
            item("2", "current", 1_795_000_000L, "b3RoZXI="));
  }

  @Test
  void readsAndRemovesAKeyWithoutSince() {
    Items.put(
        STACK,
        "KeyTable",
        Map.of("purpose", "signing", "kid", "first", "state", "current", "secret", "c2VjcmV0"));

    SigningKey read = new SigningKey("first", Key.State.CURRENT, Instant.EPOCH);
    assertThat(table.all()).containsExactly(read);
    table.remove(read);
    assertThat(items()).isEmpty();
  }

  private static Map<String, AttributeValue> item(
      String kid, String state, long since, String secret) {
    return Items.item(
        Map.of("purpose", "signing", "kid", kid, "state", state, "since", since, "secret", secret));
  }

  private static List<Map<String, AttributeValue>> items() {
    return Items.all(STACK, "KeyTable");
  }
}
