package app.oegukmin.keys;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.key.Key;
import app.oegukmin.shared.key.KeySet;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class KeyRotationTest {

  @RegisterExtension static final Stack STACK = Stack.of("KeyTable");

  private static final Duration PERIOD = Duration.ofDays(30);
  private static final Duration LONGEST = Duration.ofDays(60);

  private final FakeClock clock = new FakeClock(Instant.parse("2026-10-03T00:30:00Z"));
  private KeyTable keys;
  private KeyRotation rotation;

  @BeforeEach
  void install() {
    STACK.clear();
    keys = new KeyTable(STACK.dynamodb(), STACK.table("KeyTable"));
    rotation =
        new KeyRotation(
            new SigningKeyTable(STACK.dynamodb(), STACK.table("KeyTable")),
            PERIOD,
            LONGEST,
            new SecureRandom(),
            clock);
  }

  @Test
  void makesTheFirstKeys() {
    rotation.run();
    assertThat(states()).isEqualTo(Map.of("1", Key.State.CURRENT, "2", Key.State.NEXT));
    List<Key> made = keys.keys(KeyTable.SIGNING);
    assertThat(made).allMatch(key -> key.secret().length == 32);
    assertThat(made.get(0).encoded()).isNotEqualTo(made.get(1).encoded());
  }

  @Test
  void leavesKeysAloneUntilSomethingIsDue() {
    rotation.run();
    List<Key> made = keys.keys(KeyTable.SIGNING);
    clock.advance(PERIOD.minusSeconds(1));
    rotation.run();
    assertThat(keys.keys(KeyTable.SIGNING)).isEqualTo(made);
  }

  @Test
  void movesEachKeyOnWhenItIsDue() {
    rotation.run();
    clock.advance(PERIOD);
    rotation.run();
    assertThat(states()).isEqualTo(Map.of("1", Key.State.PREVIOUS, "2", Key.State.CURRENT));
    rotation.run();
    assertThat(states()).containsEntry("3", Key.State.NEXT).hasSize(3);
  }

  @Test
  void removesAKeyOnlyWhenItsLastTokenHasEnded() {
    rotation.run();
    clock.advance(PERIOD);
    rotation.run();
    clock.advance(LONGEST.plus(KeyRotation.MARGIN).minusSeconds(1));
    rotation.run();
    assertThat(states()).containsKey("1");
    clock.advance(Duration.ofSeconds(1));
    rotation.run();
    assertThat(states()).doesNotContainKey("1");
  }

  @Test
  void aNewNextKeyDoesNotSignBeforeItWasPublishedForADay() {
    put("signing", "first", "current");
    clock.advance(PERIOD.multipliedBy(2));
    rotation.run();
    clock.advance(KeyRotation.PUBLISHED.minusSeconds(1));
    rotation.run();
    assertThat(states()).isEqualTo(Map.of("first", Key.State.CURRENT, "1", Key.State.NEXT));
    clock.advance(Duration.ofSeconds(1));
    rotation.run();
    assertThat(states()).isEqualTo(Map.of("first", Key.State.PREVIOUS, "1", Key.State.CURRENT));
  }

  @Test
  void touchesNoKeyOfAnotherPurpose() {
    put("hmac", "app", "current");
    for (int i = 0; i < 5; i++) {
      rotation.run();
      clock.advance(PERIOD);
    }
    assertThat(keys.keys(KeyTable.HMAC)).singleElement().returns("app", Key::kid);
  }

  @Test
  void runsThatOverlapMakeEachKeyOnce() throws Exception {
    for (int round = 0; round < 3; round++) {
      try (var executor = Executors.newFixedThreadPool(4)) {
        for (Future<Object> run :
            executor.invokeAll(Collections.nCopies(4, Executors.callable(() -> rotation.run())))) {
          run.get();
        }
      }
      rotation.run();
      assertThat(states().values()).containsOnlyOnce(Key.State.CURRENT, Key.State.NEXT);
      clock.advance(PERIOD);
    }
  }

  @Test
  void nobodyIsLoggedOutOverManyRotations() {
    Map<String, Instant> published = new HashMap<>();
    Map<String, Instant> lastToken = new HashMap<>();
    KeySet signer = new KeySet(keys, KeyTable.SIGNING, clock);
    KeySet verifier = new KeySet(keys, KeyTable.SIGNING, clock);
    rotation.run();
    Instant start = clock.instant();
    for (int day = 0; day < 250; day++) {
      keys.keys(KeyTable.SIGNING).forEach(k -> published.putIfAbsent(k.kid(), clock.instant()));
      // The signer reads just before the rotation and keeps what it read for five minutes.
      signer.current();
      rotation.run();
      clock.advance(Duration.ofMinutes(4));
      lastToken.put(signer.current().kid(), clock.instant().plus(LONGEST));
      clock.advance(Duration.ofDays(1).minusMinutes(4));
      String signing = signer.current().kid();
      assertThat(published.get(signing)).isNotNull();
      assertThat(signing.equals("1") || older(published.get(signing))).isTrue();
      lastToken.put(signing, clock.instant().plus(LONGEST));
      lastToken.values().removeIf(end -> !clock.instant().isBefore(end));
      assertThat(lastToken.keySet()).allMatch(kid -> verifier.find(kid).isPresent());
    }
    assertThat(Duration.between(start, clock.instant()).toDays()).isEqualTo(250);
    assertThat(published.keySet()).hasSize(10);
    assertThat(states().size()).isBetween(3, 5);
  }

  private boolean older(Instant published) {
    return Duration.between(published, clock.instant()).compareTo(KeyRotation.PUBLISHED) >= 0;
  }

  private Map<String, Key.State> states() {
    return keys.keys(KeyTable.SIGNING).stream().collect(Collectors.toMap(Key::kid, Key::state));
  }

  private static void put(String purpose, String kid, String state) {
    Items.put(
        STACK,
        "KeyTable",
        Map.of("purpose", purpose, "kid", kid, "state", state, "secret", "c2VjcmV0"));
  }
}
