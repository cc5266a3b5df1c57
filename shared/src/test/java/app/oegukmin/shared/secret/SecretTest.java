package app.oegukmin.shared.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.oegukmin.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class SecretTest {

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-29T03:00:00Z"));
  private final AtomicInteger reads = new AtomicInteger();
  private String stored = "old";
  private final Secret<String> secret = new Secret<>(this::read, clock);

  @Test
  void readsNothingBeforeItIsNeeded() {
    assertThat(reads).hasValue(0);
  }

  @Test
  void readsOnceInFiveMinutes() {
    secret.get();
    stored = "new";
    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(secret.get()).isEqualTo("old");
    assertThat(reads).hasValue(1);

    clock.advance(Duration.ofMillis(1));
    assertThat(secret.get()).isEqualTo("new");
  }

  @Test
  void readsAgainAtOnceWhenTheServiceRefuses() {
    secret.get();
    stored = "new";
    clock.advance(Duration.ofSeconds(10));

    assertThat(secret.instead("old")).contains("new");
    assertThat(secret.get()).isEqualTo("new");
    assertThat(reads).hasValue(2);
  }

  @Test
  void hasNothingElseWhenTheRefusedOneIsStillInItsPlace() {
    secret.get();
    clock.advance(Duration.ofSeconds(10));

    assertThat(secret.instead("old")).isEmpty();
  }

  @Test
  void asksForRefusedOnesAtMostOnceInTenSeconds() {
    secret.get();
    for (int second = 0; second < 60; second++) {
      secret.instead("old");
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(reads).hasValue(6);
  }

  @Test
  void whatAnotherThreadHasReadMeanwhileIsNotReadAgain() {
    stored = "new";
    secret.get();
    clock.advance(Duration.ofMinutes(1));

    assertThat(secret.instead("old")).contains("new");
    assertThat(reads).hasValue(1);
  }

  @Test
  void isNotInASnapshotAndIsReadAfterTheRestore() {
    secret.get();
    stored = "new";
    secret.beforeCheckpoint(Core.getGlobalContext());
    assertThat(secret).hasNoNullFieldsOrPropertiesExcept("value").extracting("value").isNull();
    secret.afterRestore(Core.getGlobalContext());

    assertThat(secret.get()).isEqualTo("new");
  }

  @Test
  void aFailureOfTheSourceIsTheCallers() {
    secret.get();
    stored = null;
    clock.advance(Duration.ofMinutes(5));
    assertThatIllegalStateException().isThrownBy(secret::get);

    stored = "new";
    assertThat(secret.get()).isEqualTo("new");
  }

  private String read() {
    reads.incrementAndGet();
    if (stored == null) {
      throw new IllegalStateException("The source is down");
    }
    return stored;
  }
}
