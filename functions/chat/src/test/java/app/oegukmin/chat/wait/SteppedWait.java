package app.oegukmin.chat.wait;

import app.oegukmin.chat.wait.WaitService.Waiting;
import app.oegukmin.shared.chat.Wakes;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.FakeClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * Waits without a second thread: while one client waits, the others go on step by step, and after
 * each step the stream is looked at. So a seed reproduces what happens during a wait.
 */
public final class SteppedWait {

  private static final int STEPS = 6;

  private final Valkey valkey;
  private final FakeClock clock;
  private final Supplier<Boolean> step;

  private SteppedWait(Valkey valkey, FakeClock clock, Supplier<Boolean> step) {
    this.valkey = valkey;
    this.clock = clock;
    this.step = step;
  }

  /**
   * A service that waits in this way.
   *
   * @param waiters how many wait at once
   * @param step what the others do next; false when they do nothing
   */
  public static WaitService of(
      Valkey valkey, FakeClock clock, int waiters, Random random, Supplier<Boolean> step) {
    Duration longest = Duration.ofSeconds(8);
    SteppedWait wait = new SteppedWait(valkey, clock, step);
    Waiting waiting =
        new Waiting(
            new Waker(new Wakes(valkey), wait::next, clock),
            new WaiterLeases(valkey, waiters, longest.plusHours(1), clock, random));
    return new WaitService(Optional.of(waiting), longest, clock);
  }

  private Optional<List<StreamEntry>> next(String member, String last, Duration time) {
    for (int i = 0; i < STEPS && step.get(); i++) {
      Optional<List<StreamEntry>> entries = look(member, last);
      if (entries.isEmpty() || !entries.get().isEmpty()) {
        return entries;
      }
    }
    clock.advance(time);
    return look(member, last);
  }

  private Optional<List<StreamEntry>> look(String member, String last) {
    return valkey.ask(
        connection -> BlockingRead.read(connection, member, last, XReadParams.xReadParams()));
  }
}
