package app.oegukmin.qna.view;

import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.SetParams;

/**
 * Finds out that Valkey has lost its data, and with it the views since the last flush: a mark lies
 * in Valkey and in DynamoDB, and one of them is gone or another.
 *
 * <pre>
 *   {views}:mark   random   thirty days from the last flush on
 * </pre>
 */
final class ValkeyMark {

  private static final String KEY = "{views}:mark";
  private static final long LIFETIME = Duration.ofDays(30).toSeconds();
  private static final SetParams ONCE = SetParams.setParams().nx().ex(LIFETIME);

  private final Valkey valkey;
  private final ViewTable table;
  private final Metrics metrics;

  ValkeyMark(Valkey valkey, ViewTable table, Metrics metrics) {
    this.valkey = valkey;
    this.table = table;
    this.metrics = metrics;
  }

  /** Counts {@code ViewsLost} once for each time that the data was lost. */
  void check() {
    String fresh = UUID.randomUUID().toString();
    valkey.ask(connection -> mark(connection, fresh)).ifPresent(this::compare);
  }

  private static String mark(Jedis connection, String fresh) {
    connection.set(KEY, fresh, ONCE);
    connection.expire(KEY, LIFETIME);
    return connection.get(KEY);
  }

  private void compare(String mark) {
    Optional<String> known = table.valkeyMark();
    if (known.equals(Optional.of(mark))) {
      return;
    }
    if (known.isPresent()) {
      metrics.count("ViewsLost", 1);
    }
    table.valkeyMark(mark);
  }
}
