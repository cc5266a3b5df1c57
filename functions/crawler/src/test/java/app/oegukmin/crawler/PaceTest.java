package app.oegukmin.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Duration GAP = Duration.ofSeconds(1);

  private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private final List<Duration> rests = new ArrayList<>();
  private final Pace pace = new Pace(GAP, clock, rests::add);

  @Test
  void keepsRequestsToOneHostApart() throws Exception {
    pace.awaitTurn("a.example");
    pace.awaitTurn("a.example");

    assertThat(rests).containsExactly(GAP);
  }

  @Test
  void otherHostsNeedNotWait() throws Exception {
    pace.awaitTurn("a.example");
    pace.awaitTurn("b.example");

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
    impatient.awaitTurn("a.example");

    assertThatThrownBy(() -> impatient.awaitTurn("a.example"))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
