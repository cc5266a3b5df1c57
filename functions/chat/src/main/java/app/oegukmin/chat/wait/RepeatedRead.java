package app.oegukmin.chat.wait;

import app.oegukmin.shared.retry.Sleeper;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.resps.StreamEntry;

/** Looks twice a second, for a Valkey that refuses reads that wait ({@code ChatWake=poll}). */
record RepeatedRead(Valkey valkey, Sleeper sleeper) implements WakeRead {

  private static final Duration PAUSE = Duration.ofMillis(500);

  @Override
  public Optional<List<StreamEntry>> next(String member, String last, Duration time) {
    try {
      sleeper.sleep(time.compareTo(PAUSE) < 0 ? time : PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    return valkey.ask(
        connection -> BlockingRead.read(connection, member, last, XReadParams.xReadParams()));
  }
}
