package app.oegukmin.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.speech.SpeechFailure.Kind;
import app.oegukmin.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardedAssessorTest {

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-29T03:00:00Z"));
  private Optional<Kind> failing = Optional.empty();
  private int calls;
  private final GuardedAssessor breaker = new GuardedAssessor(this::respond, clock);

  private List<Segment> respond(Recording recording, Sentence sentence, Duration patience) {
    calls++;
    failing.ifPresent(
        kind -> {
          throw new SpeechFailure(kind, "staged");
        });
    return List.of();
  }

  private List<Segment> call() {
    return breaker.assess(null, null, Duration.ZERO);
  }

  private void fail(Kind kind, int times) {
    failing = Optional.of(kind);
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(this::call).isInstanceOf(SpeechFailure.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "KEY_REFUSED, 1",
    "THROTTLED, 1",
    "UNAVAILABLE, 3",
    "RESPONSE_LOST, 3",
    "UNREADABLE, 3"
  })
  void opensAfterAsManyFailuresInARow(Kind kind, int times) {
    fail(kind, times + 5);
    assertThat(calls).isEqualTo(times);

    failing = Optional.empty();
    clock.advance(kind.pause());
    assertThat(call()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"CAP_REACHED", "NO_KEY", "REJECTED"})
  void staysClosedForWhatIsNotTheVendorsState(Kind kind) {
    fail(kind, 9);
    assertThat(calls).isEqualTo(9);
  }

  @Test
  void countsFromTheLastSuccess() {
    fail(Kind.UNAVAILABLE, 2);
    failing = Optional.empty();
    call();
    fail(Kind.UNAVAILABLE, 2);
    assertThat(calls).isEqualTo(5);
  }

  @Test
  void opensAgainAtTheFirstFailureAfterAPause() {
    fail(Kind.UNAVAILABLE, 3);
    clock.advance(Kind.UNAVAILABLE.pause());
    fail(Kind.UNAVAILABLE, 2);
    assertThat(calls).isEqualTo(4);
  }
}
