package app.oegukmin.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

@Tag("process")
class RedisServerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path directory;

  @Test
  void stopsTheOneThatAKilledRunLeftAndKeepsItsData() throws IOException {
    var data = directory.resolve("data");
    int orphanPort = Ports.free();
    var orphan = startUntied(data, orphanPort);
    try (var redis = new Jedis("127.0.0.1", orphanPort)) {
      redis.clusterAddSlots(IntStream.range(0, 16_384).toArray());
      Poll.until(PATIENCE, () -> redis.clusterInfo().contains("cluster_state:ok"));
      redis.set("key", "of the killed run");
    }

    try (var server = RedisServer.start(data, true, Ports.free(), directory);
        var redis = new Jedis("127.0.0.1", server.port())) {
      assertThat(redis.get("key")).isEqualTo("of the killed run");
      assertThat(orphan.isAlive()).isFalse();
    } finally {
      orphan.destroyForcibly();
    }
  }

  @Test
  void leavesAnotherRedisOnTheOldPortAlone() throws IOException {
    int port = Ports.free();
    var other = startUntied(directory.resolve("other"), port);
    var data = directory.resolve("data");
    RedisSettings.in(data).write(port, true);

    try (var server = RedisServer.start(data, true, Ports.free(), directory)) {
      assertThat(server.process().isAlive()).isTrue();
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void namesItsLogWhenItDoesNotStart() throws IOException {
    var data = Files.createDirectories(directory.resolve("data"));
    Files.createDirectory(data.resolve("nodes.conf"));

    assertThatIllegalStateException()
        .isThrownBy(() -> RedisServer.start(data, true, Ports.free(), directory))
        .withMessage("Redis did not start: see " + directory.resolve("redis.log"));
  }

  /** By this ValkeyOutageTest knows how to start the server again that it killed. */
  @Test
  void saysByWhichLinkItWasCalled() throws IOException {
    var tool = directory.resolve("redis-check-rdb");
    Files.copy(EnginesHome.find().redisServer(), tool, StandardCopyOption.COPY_ATTRIBUTES);
    var link = directory.resolve("redis-server");
    Files.createSymbolicLink(link, tool.getFileName());
    int port = Ports.free();
    var server = startUntied(link, directory.resolve("data"), port);

    try (var redis = new Jedis("127.0.0.1", port)) {
      assertThat(redis.info("server")).contains("\r\nexecutable:" + link + "\r\n");
    } finally {
      server.destroyForcibly();
    }
  }

  private Process startUntied(Path data, int port) throws IOException {
    return startUntied(EnginesHome.find().redisServer(), data, port);
  }

  private Process startUntied(Path binary, Path data, int port) throws IOException {
    var settings = RedisSettings.in(data);
    settings.write(port, true);
    var process =
        new ProcessBuilder(binary.toString(), settings.file().toString())
            .redirectOutput(directory.resolve("untied.log").toFile())
            .start();
    assertThat(Poll.until(PATIENCE, () -> answers(port))).isTrue();
    return process;
  }

  private static boolean answers(int port) {
    try (var redis = new Jedis("127.0.0.1", port)) {
      return redis.ping().equals("PONG");
    } catch (JedisException e) {
      return false;
    }
  }
}
