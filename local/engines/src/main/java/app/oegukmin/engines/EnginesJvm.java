package app.oegukmin.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The child JVM that {@link EnginesMain} runs in, seen from the one that started it. */
final class EnginesJvm implements AutoCloseable {

  /** S3Proxy refuses Korean keys in another locale; one arena saves memory of many threads. */
  static final Map<String, String> VARIABLES = Map.of("LC_ALL", "C.UTF-8", "MALLOC_ARENA_MAX", "1");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path log;
  private final Map<Engine, CompletableFuture<Void>> starting = new ConcurrentHashMap<>();

  private volatile boolean closing;

  private EnginesJvm(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts the JVM, without any engine. */
  static EnginesJvm start(Path directory, boolean persistent, Path logs) {
    var log = logs.resolve("engines.log");
    var builder =
        new ProcessBuilder(
                command(
                    directory,
                    EnginesMain.class,
                    // It is soon ready and often short-lived.
                    List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
                    persistent ? EnginesMain.PERSISTENT : EnginesMain.TEMPORARY))
            .redirectError(log.toFile())
            .directory(directory.toFile());
    builder.environment().putAll(VARIABLES);
    var jvm = new EnginesJvm(Child.start(builder), log);
    Thread.ofPlatform().daemon().name("answers of the engines").start(jvm::listen);
    return jvm;
  }

  /** How to start a JVM of engines over a directory, whose path is its first argument. */
  static List<String> command(
      Path directory, Class<?> main, List<String> options, String argument) {
    // DynamoDB Local puts its native library there, and a killed run leaves it.
    var temporary = directory.resolve("tmp");
    Directories.delete(temporary);
    Directories.make(temporary);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            // Thousands of classes of published jars: to verify them takes a part of every start.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            EnginesHome.find().classPath(),
            main.getName(),
            directory.toString(),
            argument));
    return command;
  }

  /** Tells engines to start, side by side. */
  void order(Map<Engine, Integer> ports) {
    ports.keySet().forEach(engine -> starting.put(engine, new CompletableFuture<>()));
    var orders = process.outputWriter(StandardCharsets.UTF_8);
    try {
      for (var port : ports.entrySet()) {
        orders.write(port.getKey() + " " + port.getValue() + "\n");
      }
      orders.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The engines ended: see " + log, e);
    }
  }

  /**
   * Returns when an engine that was told to start is ready.
   *
   * @throws IllegalStateException naming the engine when it did not start, and its log
   */
  void await(Engine engine) {
    try {
      starting.get(engine).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw new IllegalStateException(engine + " did not start: see " + log, e);
    }
  }

  private void listen() {
    try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
      for (String answer = answers.readLine(); answer != null; answer = answers.readLine()) {
        take(answer);
      }
    } catch (IOException e) {
      // The process is ending; what follows says so to whoever waits.
    }
    var ended = new IllegalStateException("The engines ended");
    starting.values().forEach(engine -> engine.completeExceptionally(ended));
  }

  private void take(String answer) {
    var words = answer.split(" ", 2);
    var engine = starting.get(Engine.valueOf(words[0]));
    if (words[1].equals(EnginesMain.READY)) {
      engine.complete(null);
    } else {
      engine.completeExceptionally(new IllegalStateException(answer));
    }
  }

  /** Tells when the process ends by itself or is killed. */
  void onDeath(Runnable told) {
    Thread.ofVirtual()
        .start(
            () -> {
              process.onExit().join();
              if (!closing) {
                told.run();
              }
            });
  }

  long pid() {
    return process.pid();
  }

  /** Ends the JVM by ending its input. */
  @Override
  public void close() {
    closing = true;
    try {
      process.outputWriter(StandardCharsets.UTF_8).close();
    } catch (IOException e) {
      process.destroy();
    }
    Child.awaitEnd(process);
  }
}
