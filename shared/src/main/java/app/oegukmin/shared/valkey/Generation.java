package app.oegukmin.shared.valkey;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A number that every entry of a cache bears. Raising it makes all entries unreachable at once, and
 * also what a slow reader puts back later.
 */
public final class Generation {

  // Far longer than an entry lives: a number that starts over must not meet old entries.
  private static final String LIFETIME = Long.toString(Duration.ofDays(30).toSeconds());

  /** The number of a cache that was never raised. */
  static final String FIRST = "0";

  // One script, so that no failure in between leaves a key without a lifetime.
  private static final Script RAISE =
      Script.of(
          """
          local raised = redis.call('INCR', KEYS[1])
          redis.call('EXPIRE', KEYS[1], ARGV[1])
          return raised
          """);

  private final Valkey valkey;
  private final String key;

  /** The generation of the cache with a name; the name is also the keys' hash tag. */
  public Generation(Valkey valkey, String cache) {
    this.valkey = valkey;
    this.key = key(cache);
  }

  /** The current number, empty when Valkey cannot be reached. */
  public Optional<Long> current() {
    return valkey
        .ask(connection -> Objects.requireNonNullElse(connection.get(key), FIRST))
        .map(Long::valueOf);
  }

  /** Raises the number; false when Valkey cannot be reached, so that the caller tries again. */
  public boolean raise() {
    return valkey.run(RAISE.on(List.of(key), List.of(LIFETIME))).isPresent();
  }

  /** Raises the numbers of some caches in one round trip; false when Valkey cannot be reached. */
  public static boolean raise(Valkey valkey, String... caches) {
    Script.Invocation[] raises =
        Stream.of(caches)
            .map(cache -> RAISE.on(List.of(key(cache)), List.of(LIFETIME)))
            .toArray(Script.Invocation[]::new);
    return valkey.run(raises).isPresent();
  }

  private static String key(String cache) {
    return "{" + cache + "}:generation";
  }

  String key() {
    return key;
  }
}
