package app.oegukmin.shared.valkey;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Gate;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class GenerationTest {

  @RegisterExtension static final Stack STACK = Stack.of().withValkey();

  private final FakeClock clock = new FakeClock(Instant.parse("2026-10-03T00:30:00Z"));
  private Gate gate;
  private Valkey valkey;
  private Generation notices;

  @BeforeEach
  void connect() throws IOException {
    STACK.clear();
    gate = new Gate(STACK.valkeyEndpoint());
    valkey = new Valkey(gate.endpoint(), false, clock);
    notices = new Generation(valkey, "notice");
  }

  @AfterEach
  void disconnect() throws IOException {
    valkey.close();
    gate.close();
  }

  @Test
  void beginsAtZero() {
    assertThat(notices.current()).contains(0L);
  }

  @Test
  void risesForAllWhoAsk() {
    try (Valkey other = new Valkey(gate.endpoint(), false, clock)) {
      assertThat(notices.raise()).isTrue();
      assertThat(notices.raise()).isTrue();

      assertThat(new Generation(other, "notice").current()).contains(2L);
    }
  }

  @Test
  void leavesOtherCachesAlone() {
    notices.raise();

    assertThat(new Generation(valkey, "menu").current()).contains(0L);
  }

  @Test
  void isUnknownInAnOutage() {
    gate.shut();

    assertThat(notices.current()).isEmpty();
  }

  @Test
  void cannotBeRaisedInAnOutageSoThatTheCallerTriesAgain() {
    gate.shut();
    assertThat(notices.raise()).isFalse();

    gate.open();
    clock.advance(Duration.ofSeconds(1));
    assertThat(notices.raise()).isTrue();
  }

  @Test
  void outlivesEveryEntryButNotForEver() {
    notices.raise();

    assertThat(STACK.valkey().ttl("{notice}:generation"))
        .isBetween(Duration.ofDays(1).toSeconds(), Duration.ofDays(30).toSeconds());
  }
}
