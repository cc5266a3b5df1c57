package app.oegukmin.chat.wait;

import app.oegukmin.shared.chat.Wakes;
import app.oegukmin.shared.valkey.WaitingValkey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.resps.StreamEntry;

/** Waits in Valkey itself, by a connection that does nothing else: an entry comes at once. */
record BlockingRead(WaitingValkey valkey) implements WakeRead {

  @Override
  public Optional<List<StreamEntry>> next(String member, String last, Duration time) {
    int millis = (int) Math.max(1, time.toMillis());
    return valkey.ask(
        connection -> read(connection, member, last, XReadParams.xReadParams().block(millis)));
  }

  /** What a stream has after an entry, none when it has nothing. */
  static List<StreamEntry> read(Jedis connection, String member, String last, XReadParams how) {
    Map<String, StreamEntryID> after = Map.of(Wakes.stream(member), new StreamEntryID(last));
    return Objects.requireNonNullElse(
            connection.xread(how, after), List.<Map.Entry<String, List<StreamEntry>>>of())
        .stream()
        .flatMap(stream -> stream.getValue().stream())
        .toList();
  }
}
