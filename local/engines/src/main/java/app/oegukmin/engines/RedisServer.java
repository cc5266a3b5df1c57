package app.oegukmin.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A Redis or Valkey process: a cluster whose only node owns every slot, so that a script over keys
 * of two slots fails here as it does on ElastiCache Serverless.
 */
record RedisServer(Process process, int port) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SLOTS = 16_384;

  /**
   * Starts one that keeps everything in a directory, and returns when it takes commands. One that a
   * killed run left on that directory is stopped first.
   *
   * @throws IllegalStateException naming its log when it does not start
   */
  static RedisServer start(Path directory, boolean persistent, int port, Path logs) {
    var settings = RedisSettings.in(directory);
    settings.portOfLastRun().ifPresent(last -> stopOrphan(last, settings.directory()));
    settings.write(port, persistent);
    var log = logs.resolve("redis.log");
    var binary = EnginesHome.find().redisServer().toString();
    var process =
        Child.start(
            new ProcessBuilder(binary, settings.file().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()));
    var server = new RedisServer(process, port);
    if (!server.becomesReady()) {
      server.close();
      throw new IllegalStateException("Redis did not start: see " + log);
    }
    return server;
  }

  private boolean becomesReady() {
    boolean ended = Poll.until(PATIENCE, () -> !process.isAlive() || isReady());
    return ended && process.isAlive();
  }

  /** After every start a node of a cluster waits two seconds for others before it takes writes. */
  private boolean isReady() {
    try (var redis = new Jedis("127.0.0.1", port)) {
      String cluster = redis.clusterInfo();
      if (cluster.contains("cluster_slots_assigned:0\r")) {
        redis.clusterAddSlots(IntStream.range(0, SLOTS).toArray());
      }
      return cluster.contains("cluster_state:ok");
    } catch (JedisException e) {
      return false;
    }
  }

  long pid() {
    return process.pid();
  }

  private static void stopOrphan(int port, Path directory) {
    try (var redis = new Jedis("127.0.0.1", port)) {
      if (directory.toString().equals(redis.configGet("dir").get("dir"))) {
        redis.shutdown();
      }
    } catch (JedisException e) {
      // Nobody there, or not a Redis: the usual case.
    }
  }

  @Override
  public void close() {
    process.destroy();
    Child.awaitEnd(process);
  }
}
