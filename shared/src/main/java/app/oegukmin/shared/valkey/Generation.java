package app.oegukmin.shared.valkey;

import java.time.Duration;
import java.util.Optional;

/**
 * A number that is part of every key of a cache: raising it forgets all entries at once, and a slow
 * reader can put back only what nobody will read again.
 */
public final class Generation {

  // Far longer than any entry lives: a generation that started over could meet entries of its past.
  private static final long LIFETIME = Duration.ofDays(30).toSeconds();

  private final Valkey valkey;
  private final String key;

  /** The generation of the cache with a name; the name is also the keys' hash tag. */
  public Generation(Valkey valkey, String cache) {
    this.valkey = valkey;
    this.key = "{" + cache + "}:generation";
  }

  /** The current number, empty when Valkey cannot be reached. */
  public Optional<Long> current() {
    return valkey.ask(
        connection -> {
          String value = connection.get(key);
          return value == null ? 0L : Long.parseLong(value);
        });
  }

  /** Raises the number; false when Valkey cannot be reached, so that the caller tries again. */
  public boolean raise() {
    return valkey
        .ask(
            connection -> {
              long raised = connection.incr(key);
              connection.expire(key, LIFETIME);
              return raised;
            })
        .isPresent();
  }
}
