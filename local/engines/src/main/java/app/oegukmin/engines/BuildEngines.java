package app.oegukmin.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * DynamoDB, SQS and S3 of one build: its test JVMs share them, so that these engines start and warm
 * up once and not in every module. Names of resources keep the JVMs' data apart. Their JVM ends
 * when the build does.
 *
 * @param ports where they listen on 127.0.0.1
 */
record BuildEngines(Map<Engine, Integer> ports) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * The process of the build that started this JVM, when the system property {@code engines.shared}
   * is {@code true}: the nearest ancestor that is a JVM itself.
   */
  static Optional<ProcessHandle> build() {
    if (!Boolean.getBoolean("engines.shared")) {
      return Optional.empty();
    }
    var parent = ProcessHandle.current().parent();
    return Stream.iterate(parent, Optional::isPresent, process -> process.get().parent())
        .flatMap(Optional::stream)
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .findFirst();
  }

  /**
   * Finds them, or starts them for all.
   *
   * @param build the process that they end with
   * @throws IllegalStateException naming their log when they do not start
   */
  static BuildEngines of(ProcessHandle build) {
    var directory = Directories.make(directory(build));
    var log = directory.resolveSibling("build.log");
    var ports = directory.resolve(BuildMain.PORTS);
    try (var _ = DataLock.acquire(directory.resolve("start.lock"), PATIENCE)) {
      if (!Files.exists(ports)) {
        start(directory, build, log);
      }
      return new BuildEngines(read(ports));
    } catch (IOException e) {
      throw new UncheckedIOException("The engines of the build did not start: see " + log, e);
    }
  }

  /** What the engines of a build keep, beside the engines themselves; gone when they end. */
  static Path directory(ProcessHandle build) {
    // Process ids come again, in containers soon.
    long started = build.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return EnginesHome.find().directory().resolveSibling("build-" + build.pid() + "-" + started);
  }

  private static void start(Path directory, ProcessHandle build, Path log) throws IOException {
    var options = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");
    var command =
        EnginesJvm.command(directory, BuildMain.class, options, Long.toString(build.pid()));
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(EnginesJvm.VARIABLES);
    var process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    process.outputWriter().close();
    var ports = directory.resolve(BuildMain.PORTS);
    Poll.until(PATIENCE, () -> Files.exists(ports) || !process.isAlive());
  }

  private static Map<Engine, Integer> read(Path file) throws IOException {
    var ports = new EnumMap<Engine, Integer>(Engine.class);
    for (var line : Files.readAllLines(file)) {
      var words = line.split(" ", 2);
      ports.put(Engine.valueOf(words[0]), Integer.valueOf(words[1]));
    }
    return ports;
  }
}
