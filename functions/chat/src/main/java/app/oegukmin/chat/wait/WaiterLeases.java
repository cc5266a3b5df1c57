package app.oegukmin.chat.wait;

import app.oegukmin.shared.valkey.Script;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Counts who waits, so that waiting polls leave room for others (D-C3). A lease ends by itself,
 * because a function may die.
 *
 * <pre>
 *   {chat}waiters   sorted set: lease → when it ends, in ms
 * </pre>
 */
final class WaiterLeases {

  private static final String KEY = "{chat}waiters";

  private static final Script ENTER =
      Script.of(
          """
          redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
          if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
          redis.call('ZADD', KEYS[1], ARGV[3], ARGV[4])
          redis.call('PEXPIRE', KEYS[1], ARGV[5])
          return 1
          """);

  private final Valkey valkey;
  private final int most;
  private final Duration lifetime;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * Leases in a Valkey.
   *
   * @param most how many wait at once
   * @param lifetime longer than anybody waits
   */
  WaiterLeases(Valkey valkey, int most, Duration lifetime, Clock clock, RandomGenerator random) {
    this.valkey = valkey;
    this.most = most;
    this.lifetime = lifetime;
    this.clock = clock;
    this.random = random;
  }

  /** A lease; empty when enough others wait, or Valkey cannot be reached. */
  Optional<String> enter() {
    String lease = Long.toHexString(random.nextLong());
    long now = clock.millis();
    List<String> arguments =
        List.of(
            Long.toString(now),
            Integer.toString(most),
            Long.toString(now + lifetime.toMillis()),
            lease,
            Long.toString(lifetime.toMillis()));
    return valkey
        .run(ENTER.on(List.of(KEY), arguments))
        .filter(answers -> Long.valueOf(1).equals(answers.getFirst()))
        .map(entered -> lease);
  }

  /** Ends a lease. */
  void leave(String lease) {
    valkey.ask(connection -> connection.zrem(KEY, lease));
  }
}
