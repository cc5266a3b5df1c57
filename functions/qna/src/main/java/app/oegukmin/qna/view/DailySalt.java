package app.oegukmin.qna.view;

import app.oegukmin.shared.time.Seoul;
import app.oegukmin.shared.valkey.Valkey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.function.Consumer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.SetParams;

/**
 * The salt of a day in Seoul, which all instances share through Valkey. When it is gone, nobody can
 * tell any more which guest it was.
 *
 * <pre>
 *   {views}:salt:2026-11-29   32 random bytes in Base64   two days
 * </pre>
 */
final class DailySalt {

  private static final int BYTES = 32;
  private static final SetParams ONCE =
      SetParams.setParams().nx().ex(Duration.ofDays(2).toSeconds());

  private final Valkey valkey;
  private final SecureRandom random;
  private final Clock clock;
  private LocalDate day = LocalDate.MIN;
  private byte[] salt = {};

  DailySalt(Valkey valkey, SecureRandom random, Clock clock) {
    this.valkey = valkey;
    this.random = random;
    this.clock = clock;
  }

  /** Today's; while Valkey cannot be reached one of this instance alone. */
  byte[] today() {
    LocalDate today = Seoul.today(clock);
    if (!today.equals(day)) {
      valkey.ask(connection -> shared(connection, "{views}:salt:" + today)).ifPresent(keep(today));
    }
    return today.equals(day) ? salt : fresh();
  }

  // Two commands: one that sets and gets cannot tell an outage from a salt that is new.
  private String shared(Jedis connection, String key) {
    connection.set(key, Base64.getEncoder().encodeToString(fresh()), ONCE);
    return connection.get(key);
  }

  private Consumer<String> keep(LocalDate today) {
    return text -> {
      salt = Base64.getDecoder().decode(text);
      day = today;
    };
  }

  private byte[] fresh() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }
}
