package app.oegukmin.shared.valkey;

import app.oegukmin.shared.env.Environment;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A connection of its own for commands that wait in Valkey: on the one of {@link Valkey} they would
 * run into its timeout. It is opened at first use and kept; one that has died while it was idle is
 * opened again. Not safe for use by many threads.
 */
public final class WaitingValkey implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingValkey.class);

  // What a response needs beyond the time that the command waits.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Valkey.Server server;
  private final DefaultJedisClientConfig config;
  private Jedis connection;

  private WaitingValkey(Valkey.Server server, Duration longest) {
    this.server = server;
    this.config =
        server.config().blockingSocketTimeoutMillis((int) longest.plus(GRACE).toMillis()).build();
  }

  /**
   * A connection to the Valkey of {@link Valkey#of}; empty where there is none.
   *
   * @param longest how long a command waits at most
   */
  public static Optional<WaitingValkey> of(Environment environment, Duration longest) {
    return Valkey.Server.of(environment).map(server -> new WaitingValkey(server, longest));
  }

  /** The result of a command, or empty when Valkey cannot be reached or does not respond. */
  public <T> Optional<T> ask(Function<Jedis, T> command) {
    try {
      return Optional.of(connection == null ? first(command) : next(command));
    } catch (JedisException e) {
      LOG.warn("Valkey does not answer: {}", e.getClass().getSimpleName());
      close();
      return Optional.empty();
    }
  }

  private <T> T first(Function<Jedis, T> command) {
    connection = new Jedis(server.address(), config);
    return command.apply(connection);
  }

  private <T> T next(Function<Jedis, T> command) {
    try {
      return command.apply(connection);
    } catch (JedisConnectionException e) {
      // A server that is silent has had its time.
      if (e.getCause() instanceof SocketTimeoutException) {
        throw e;
      }
      close();
      return first(command);
    }
  }

  /** Closes the connection; the next command opens another. */
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
