package app.oegukmin.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory that the build fills with the engines: {@code lib} and {@code redis}. */
record EnginesHome(Path directory) {

  /**
   * The directory that the system property {@code engines.home} names, or else where the build of
   * the project at {@code project.root} puts it.
   *
   * @throws IllegalStateException when the engines are not there
   */
  static EnginesHome find() {
    var directory =
        Optional.ofNullable(System.getProperty("engines.home"))
            .map(Path::of)
            .orElseGet(
                () ->
                    Path.of(System.getProperty("project.root", "."))
                        .resolve("local/engines/target/engines"))
            .toAbsolutePath();
    if (!Files.isDirectory(directory.resolve("lib"))) {
      throw new IllegalStateException("No engines in " + directory + ": run make first");
    }
    return new EnginesHome(directory);
  }

  /** The class path of the engines' JVM: this module and every engine. */
  String classPath() {
    try {
      var own = EnginesHome.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(own) + java.io.File.pathSeparator + directory.resolve("lib") + "/*";
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The machine's own Redis or Valkey, or else the one that came with the build. It may be a link
   * and is not followed: Debian's points to a tool that is a server by the link's name alone.
   *
   * @throws IllegalStateException when there is none for this machine
   */
  Path redisServer() {
    return redisServer(System.getenv("PATH"));
  }

  /** The same on another {@code PATH}. */
  Path redisServer(String path) {
    return Stream.of("valkey-server", "redis-server")
        .flatMap(name -> Child.onPath(name, path).stream())
        .filter(EnginesHome::isServer)
        .findFirst()
        .orElseGet(this::bundledRedis);
  }

  private static boolean isServer(Path binary) {
    return Child.output(List.of(binary.toString(), "--version")).contains("server v=");
  }

  private Path bundledRedis() {
    String suffix = platform();
    try (var files = Files.list(directory.resolve("redis"))) {
      var server =
          files
              .filter(file -> file.toString().endsWith(suffix))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalStateException("No Redis for " + suffix + ": install one"));
      server.toFile().setExecutable(true);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + directory.resolve("redis"), e);
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean arm = System.getProperty("os.arch").matches("aarch64|arm64");
    return (system.contains("mac") ? "darwin" : system) + (arm ? "-arm64" : "-amd64");
  }
}
