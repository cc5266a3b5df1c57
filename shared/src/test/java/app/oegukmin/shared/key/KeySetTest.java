package app.oegukmin.shared.key;

import static app.oegukmin.shared.key.Key.State.CURRENT;
import static app.oegukmin.shared.key.Key.State.NEXT;
import static app.oegukmin.shared.key.Key.State.PREVIOUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.oegukmin.shared.dynamo.Requests;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

@Tag("process")
class KeySetTest {

  @RegisterExtension static final Stack STACK = Stack.of("KeyTable");

  private final FakeClock clock = new FakeClock(Instant.parse("2026-10-03T00:30:00Z"));
  private final Requests requests = new Requests();
  private KeySet keys;

  @BeforeEach
  void clear() {
    STACK.clear();
    KeyTable table = new KeyTable(requests.client(), STACK.table("KeyTable"));
    keys = new KeySet(table, KeyTable.SIGNING, clock);
  }

  @Test
  void signsWithTheCurrentKeyAndKnowsTheOthers() {
    Key previous = put("1", PREVIOUS);
    Key current = put("2", CURRENT);
    Key next = put("3", NEXT);

    assertThat(keys.current()).isEqualTo(current);
    assertThat(keys.find("1")).contains(previous);
    assertThat(keys.find("3")).contains(next);
    assertThat(keys.find("4")).isEmpty();
  }

  @Test
  void doesNotMixPurposes() {
    Keys.put(STACK, KeyTable.HMAC, new Key("1", CURRENT, "c2VjcmV0"));

    assertThat(keys.find("1")).isEmpty();
  }

  @Test
  void readsNothingBeforeAKeyIsNeeded() {
    assertThat(reads()).isZero();
  }

  @Test
  void readsOnceInFiveMinutes() {
    put("1", CURRENT);
    keys.current();
    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    keys.current();
    keys.find("1");
    assertThat(reads()).isEqualTo(1);

    clock.advance(Duration.ofMillis(1));
    keys.current();
    assertThat(reads()).isEqualTo(2);
  }

  @Test
  void followsARotation() {
    put("1", CURRENT);
    keys.current();
    put("1", PREVIOUS);
    Key second = put("2", CURRENT);
    clock.advance(Duration.ofMinutes(5));

    assertThat(keys.current()).isEqualTo(second);
  }

  @Test
  void forgetsAKeyThatWasTakenAway() {
    put("1", CURRENT);
    keys.current();
    STACK.clear();
    clock.advance(Duration.ofMinutes(5));

    assertThat(keys.find("1")).isEmpty();
  }

  @Test
  void findsAKeyThatIsYoungerThanWhatItRead() {
    put("1", CURRENT);
    keys.current();
    Key second = put("2", NEXT);
    clock.advance(Duration.ofSeconds(10));

    assertThat(keys.find("2")).contains(second);
  }

  @Test
  void readsForUnknownKidsAtMostOnceInTenSeconds() {
    put("1", CURRENT);
    for (int i = 0; i < 5; i++) {
      keys.find("forged" + i);
      clock.advance(Duration.ofSeconds(9));
      keys.find("forged again" + i);
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(reads()).isEqualTo(5);
  }

  @Test
  void takesUpWorkWhenTheFirstKeyIsPut() {
    assertThatIllegalStateException()
        .isThrownBy(() -> keys.current())
        .withMessageContaining("signing");
    Key first = put("1", CURRENT);
    clock.advance(Duration.ofSeconds(10));

    assertThat(keys.current()).isEqualTo(first);
  }

  @Test
  void asksConsistently() {
    put("1", CURRENT);
    keys.current();

    assertThat(requests.of(QueryRequest.class))
        .singleElement()
        .returns(true, QueryRequest::consistentRead);
  }

  @Test
  void showsNoSecretInItsText() {
    Key key = put("1", CURRENT);

    assertThat(key).hasToString("Key[1, CURRENT]");
    assertThat(key.secret()).asString().isEqualTo("secret 1");
  }

  private int reads() {
    return requests.all().size();
  }

  private static Key put(String kid, Key.State state) {
    byte[] secret = ("secret " + kid).getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().encodeToString(secret);
    return Keys.put(STACK, KeyTable.SIGNING, new Key(kid, state, encoded));
  }
}
