package app.oegukmin.shared.valkey;

import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.SetParams;

/**
 * A look-aside cache in Valkey. All its entries become unreachable at once when the writer of the
 * store raises their {@link Generation}.
 *
 * <pre>
 *   {notice}:generation              "7"                           a month
 *   {notice}:entry:KO:123:전체        "7 {"hasNext":false,…}"       the cache's lifetime
 *   {notice}:lease:7:KO:123:전체      ""                            while one reader loads
 * </pre>
 *
 * <p>An entry counts only while the number in it is the current generation. That number was read
 * before the store, so what a slow reader puts back is never read again once a writer has raised
 * it. A hit is one round trip, a miss three. Of many readers that miss at once one loads, under a
 * lease; the others look again for at most 200 ms and then load themselves. Every failure of Valkey
 * counts as a miss.
 *
 * <p>Not safe for use by many threads, because the connection is not.
 */
public final class GenerationCache<V> {

  private static final Duration PATIENCE = Duration.ofMillis(200);
  // The lease of a reader that died makes each reader wait as long as above, until one of them has
  // loaded.
  private static final SetParams LEASE = SetParams.setParams().nx().ex(5);

  private final Valkey valkey;
  private final Generation generation;
  private final String name;
  private final SetParams lifetime;
  private final Codec<V> codec;
  private final Backoff backoff;

  /** The current generation, and the value if there is an entry of it. */
  private record Found<V>(String generation, Optional<V> value) {}

  /** What an attempt to get the lease found, and whether it got it. */
  private record Attempt<V>(Found<V> found, boolean leased) {}

  /**
   * A cache that puts the thread to sleep while another reader loads.
   *
   * @param name the constant beside the table; also the hash tag of all keys
   * @param lifetime how long an entry is used at most
   */
  public GenerationCache(Valkey valkey, String name, Duration lifetime, Codec<V> codec) {
    this(
        valkey,
        name,
        lifetime,
        codec,
        Backoff.sleeping(Duration.ofMillis(10), Duration.ofMillis(40)));
  }

  GenerationCache(Valkey valkey, String name, Duration lifetime, Codec<V> codec, Backoff backoff) {
    this.valkey = valkey;
    this.generation = new Generation(valkey, name);
    this.name = name;
    this.lifetime = SetParams.setParams().px(lifetime.toMillis());
    this.codec = codec;
    this.backoff = backoff;
  }

  /**
   * The value of a key, from the store when it is not here.
   *
   * @param key what tells this value apart from others of this cache
   * @throws RuntimeException whatever the store throws
   */
  public V get(String key, Supplier<V> store) {
    Retries looks = backoff.within(PATIENCE, valkey.clock());
    Optional<Found<V>> found = valkey.ask(connection -> find(connection, key));
    if (found.isEmpty()) {
      return store.get();
    }
    return found.get().value().orElseGet(() -> miss(key, found.get().generation(), looks, store));
  }

  private V miss(String key, String generation, Retries looks, Supplier<V> store) {
    String current = generation;
    while (true) {
      Optional<Attempt<V>> attempt = lease(key, current);
      if (attempt.isEmpty()) {
        // During an outage no reader waits for another.
        return load(key, current, store);
      }
      Optional<V> value = attempt.get().found().value();
      boolean leased = attempt.get().leased();
      if (value.isPresent() && leased) {
        keep(key, current, Optional.empty());
      }
      if (value.isPresent()) {
        return value.get();
      }
      if (leased || !looks.pause()) {
        return load(key, current, store);
      }
      current = attempt.get().found().generation();
    }
  }

  private Found<V> find(Jedis connection, String key) {
    return found(connection.mget(generation.key(), entry(key)));
  }

  private Found<V> found(List<String> texts) {
    String current = texts.get(0) == null ? Generation.FIRST : texts.get(0);
    String prefix = current + " ";
    return new Found<>(
        current,
        Optional.ofNullable(texts.get(1))
            .filter(text -> text.startsWith(prefix))
            .flatMap(text -> codec.read(text.substring(prefix.length()))));
  }

  /** Asks for the lease and looks again, in one round trip: its last holder may have loaded. */
  private Optional<Attempt<V>> lease(String key, String current) {
    return valkey.ask(
        connection -> {
          Response<String> leased;
          Response<List<String>> texts;
          try (Pipeline pipeline = connection.pipelined()) {
            leased = pipeline.set(leaseKey(key, current), "", LEASE);
            texts = pipeline.mget(generation.key(), entry(key));
          }
          return new Attempt<>(found(texts.get()), leased.get() != null);
        });
  }

  private V load(String key, String current, Supplier<V> store) {
    Optional<String> text = Optional.empty();
    try {
      V value = store.get();
      text = codec.write(value);
      return value;
    } finally {
      keep(key, current, text);
    }
  }

  /** Stores what was loaded, if it is to be kept, and ends the lease, in one round trip. */
  private void keep(String key, String current, Optional<String> text) {
    valkey.ask(
        connection -> {
          try (Pipeline pipeline = connection.pipelined()) {
            text.ifPresent(it -> pipeline.set(entry(key), current + " " + it, lifetime));
            return pipeline.del(leaseKey(key, current));
          }
        });
  }

  private String entry(String key) {
    return "{" + name + "}:entry:" + key;
  }

  private String leaseKey(String key, String current) {
    return "{" + name + "}:lease:" + current + ":" + key;
  }
}
