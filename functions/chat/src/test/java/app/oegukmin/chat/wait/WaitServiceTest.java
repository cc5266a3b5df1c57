package app.oegukmin.chat.wait;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.chat.wait.WaitService.Look;
import app.oegukmin.chat.wait.WaitService.Waiting;
import app.oegukmin.shared.chat.Wakes;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.shared.valkey.WaitingValkey;
import app.oegukmin.testkit.Stack;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens between looking and waiting. */
@Tag("process")
class WaitServiceTest {

  @RegisterExtension static final Stack STACK = Stack.of("RoomTable").withValkey();

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Clock clock = Clock.systemUTC();
  private final AtomicInteger looks = new AtomicInteger();
  private Wakes wakes;
  private WaitService waits;

  @BeforeEach
  void begin() {
    STACK.clear();
    Environment environment = new Environment(STACK.environment("ChatPollFunction"));
    Valkey valkey = Valkey.of(environment, clock).orElseThrow();
    wakes = new Wakes(Valkey.of(environment, clock).orElseThrow());
    WakeRead read = new BlockingRead(WaitingValkey.of(environment, LONGEST).orElseThrow());
    Waiting waiting =
        new Waiting(
            new Waker(new Wakes(valkey), read, clock),
            new WaiterLeases(valkey, 2, LONGEST, clock, new SecureRandom()));
    waits = new WaitService(Optional.of(waiting), LONGEST, clock);
  }

  @Test
  @DisplayName("Nothing falls between looking and waiting: what comes right after the look wakes")
  void nothingFallsInBetween() {
    List<String> found = waits.await("anna", room -> room == 5, () -> lookAndThen(5));

    assertThat(found).containsExactly("글");
    assertThat(looks).hasValue(2);
  }

  // Nothing is there at the first look; a moment later there is.
  private Look<String> lookAndThen(long... rooms) {
    if (looks.incrementAndGet() > 1) {
      return new Look<>(List.of("글"), clock.instant());
    }
    for (long room : rooms) {
      wakes.wake(List.of(new Wakes.Call(MemberKey.of("anna"), room)));
    }
    return new Look<>(List.of(), clock.instant());
  }

  @Test
  @DisplayName("An entry among more than the stream keeps is not missed")
  void aFloodOfOthersHidesNothing() {
    long[] rooms = LongStream.concat(LongStream.of(5), LongStream.range(100, 400)).toArray();

    assertThat(waits.await("anna", room -> room == 5, () -> lookAndThen(rooms)))
        .containsExactly("글");
  }
}
