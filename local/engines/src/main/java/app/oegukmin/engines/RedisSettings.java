package app.oegukmin.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The settings file of a Redis, in the only directory that it writes to. */
record RedisSettings(Path directory) {

  /** The settings in a directory, which is made when it does not exist. */
  static RedisSettings in(Path directory) {
    // Redis tells its directory with links resolved.
    return new RedisSettings(Directories.make(directory));
  }

  Path file() {
    return directory.resolve("redis.conf");
  }

  /** The port that the run before this one wrote, when there was one. */
  Optional<Integer> portOfLastRun() {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    try (var lines = Files.lines(file())) {
      return lines
          .filter(line -> line.startsWith("port "))
          .map(line -> Integer.valueOf(line.substring("port ".length())))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file(), e);
    }
  }

  void write(int port, boolean persistent) {
    String settings =
        """
        bind 127.0.0.1
        port %d
        dir "%s"
        cluster-enabled yes
        cluster-config-file nodes.conf
        cluster-announce-ip 127.0.0.1
        save ""
        appendonly %s
        """
            .formatted(port, directory, persistent ? "yes" : "no");
    try {
      Files.writeString(file(), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file(), e);
    }
  }
}
