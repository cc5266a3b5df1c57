package app.oegukmin.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Duration GAP = Duration.ofSeconds(1);

  private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private final List<Duration> rests = new ArrayList<>();
  private final Pace pace = new Pace(GAP, clock, rests::add);

  @Test
  void keepsRequestsToOneHostApart() throws Exception {
    pace.awaitTurn("a.example", Optional.empty());
    pace.awaitTurn("a.example", Optional.empty());

    assertThat(rests).containsExactly(GAP);
  }

  @Test
  void keepsLongerToWhatAHostWants() throws Exception {
    pace.awaitTurn("a.example", Optional.of(Duration.ofSeconds(7)));
    pace.awaitTurn("a.example", Optional.of(Duration.ofMillis(1)));
    pace.awaitTurn("a.example", Optional.empty());

    assertThat(rests).containsExactly(Duration.ofSeconds(7), GAP);
  }

  @Test
  void otherHostsNeedNotWait() throws Exception {
    pace.awaitTurn("a.example", Optional.empty());
    pace.awaitTurn("b.example", Optional.empty());

    assertThat(rests).isEmpty();
  }

  @Test
  void givesUpWhenInterrupted() throws Exception {
    Pace impatient =
        new Pace(
            GAP,
            clock,
            time -> {
              throw new InterruptedException();
            });
    impatient.awaitTurn("a.example", Optional.empty());

    assertThatThrownBy(() -> impatient.awaitTurn("a.example", Optional.empty()))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
