package app.oegukmin.shared.valkey;

import app.oegukmin.shared.env.Environment;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The one connection of a function to Valkey: opened at first use, opened again after a failure.
 * One connection and no pool, because an execution environment serves one request at a time (aws §2
 * #28); a plain and no cluster client, because ElastiCache Serverless shows all slots on one node
 * (aws §6). A connection may die unseen while the environment is frozen or idle: when a kept one
 * fails, the command is sent once more by a new one (F-2, F-54). Only when it answered a moment ago
 * and is silent now, the server is slow, and nothing is sent twice. After a failure no command is
 * sent for a moment, so that an outage does not make every request wait.
 */
public final class Valkey implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Valkey.class);
  private static final Duration REST = Duration.ofSeconds(1);

  /** How long a response may take: a request that waits for a cache has lost by then. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  /** What drops idle connections waits far longer. */
  private static final Duration ALIVE = Duration.ofSeconds(5);

  /** Where it is and how it is spoken to. */
  record Server(HostAndPort address, boolean tls) {

    static Optional<Server> of(Environment environment) {
      boolean tls = environment.optional("CACHE_TLS").map(Boolean::valueOf).orElse(true);
      return environment
          .optional("CACHE_ENDPOINT")
          .map(endpoint -> new Server(HostAndPort.from(endpoint), tls));
    }

    DefaultJedisClientConfig.Builder config() {
      var settings =
          DefaultJedisClientConfig.builder()
              .connectionTimeoutMillis(500)
              .socketTimeoutMillis((int) PATIENCE.toMillis());
      return tls ? settings.sslOptions(SslOptions.defaults()) : settings;
    }
  }

  private final HostAndPort address;
  private final DefaultJedisClientConfig config;
  private final Clock clock;
  private Jedis connection;
  private Instant restUntil = Instant.MIN;
  private Instant answered = Instant.MIN;
  private String refusal = "";
  private boolean mayHaveRun;

  /**
   * Valkey at {@code host:port}.
   *
   * @param tls whether to speak TLS, as ElastiCache Serverless demands
   */
  public Valkey(String endpoint, boolean tls, Clock clock) {
    this(endpoint, tls, clock, PATIENCE);
  }

  /**
   * The same with another patience.
   *
   * @param patience how long a response may take
   */
  public Valkey(String endpoint, boolean tls, Clock clock, Duration patience) {
    this(new Server(HostAndPort.from(endpoint), tls), clock, patience);
  }

  private Valkey(Server server, Clock clock, Duration patience) {
    this.address = server.address();
    this.clock = clock;
    this.config = server.config().socketTimeoutMillis((int) patience.toMillis()).build();
  }

  /**
   * The Valkey that {@code CACHE_ENDPOINT} names, over TLS unless {@code CACHE_TLS} is false; empty
   * without an endpoint, which only a local stack may lack: uncached and unlimited.
   */
  public static Optional<Valkey> of(Environment environment, Clock clock) {
    return Server.of(environment).map(server -> new Valkey(server, clock, PATIENCE));
  }

  /**
   * The result of a command, or empty when Valkey cannot be reached or refuses it: an outage is a
   * miss. A command may be run twice, when the connection dies before the response.
   */
  public <T> Optional<T> ask(Function<Jedis, T> command) {
    mayHaveRun = false;
    if (clock.instant().isBefore(restUntil)) {
      return Optional.empty();
    }
    try {
      T result = connection == null ? first(command) : next(command);
      answered = clock.instant();
      return Optional.ofNullable(result);
    } catch (JedisException e) {
      tell(e);
      // Without a connection nothing was sent.
      mayHaveRun = connection != null;
      close();
      restUntil = clock.instant().plus(REST);
      return Optional.empty();
    }
  }

  /**
   * Whether the last command may have been run although its result is empty: it was sent, and no
   * response came.
   */
  public boolean mayHaveRun() {
    return mayHaveRun;
  }

  /**
   * The results of some scripts, in one round trip; empty when Valkey cannot be reached. Each
   * script runs by itself: what must happen together belongs into one script.
   */
  public Optional<List<Object>> run(Script.Invocation... scripts) {
    return ask(
        connection -> {
          List<Response<Object>> responses = new ArrayList<>();
          try (Pipeline pipeline = connection.pipelined()) {
            for (Script.Invocation script : scripts) {
              responses.add(script.queue(pipeline));
            }
          }
          List<Object> answers = new ArrayList<>();
          for (int i = 0; i < scripts.length; i++) {
            answers.add(scripts[i].answer(responses.get(i), connection));
          }
          return answers;
        });
  }

  Clock clock() {
    return clock;
  }

  private <T> T first(Function<Jedis, T> command) {
    connection = new Jedis(address, config);
    return command.apply(connection);
  }

  private <T> T next(Function<Jedis, T> command) {
    try {
      return command.apply(connection);
    } catch (JedisConnectionException e) {
      if (slow(e)) {
        throw e;
      }
      close();
      return first(command);
    }
  }

  // A connection that died without a word is silent, too, but has not answered for a while.
  private boolean slow(JedisConnectionException e) {
    return e.getCause() instanceof SocketTimeoutException
        && clock.instant().isBefore(answered.plus(ALIVE));
  }

  // The server's reason is logged once: it stays the same for every call (F-8).
  private void tell(JedisException e) {
    if (!(e instanceof JedisDataException)) {
      LOG.warn("Valkey does not answer: {}", e.getClass().getSimpleName());
    } else if (!refusal.equals(e.getMessage())) {
      refusal = String.valueOf(e.getMessage());
      LOG.error("Valkey refuses a command, limits that stay open are open: {}", refusal);
    }
  }

  /** Closes the connection; the next command opens another. To be called before a snapshot. */
  @Override
  public void close() {
    Jedis old = connection;
    connection = null;
    if (old != null) {
      try {
        old.close();
      } catch (JedisException e) {
        LOG.debug("A broken connection could not be closed", e);
      }
    }
  }
}
