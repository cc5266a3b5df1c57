package app.oegukmin.engines;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts child processes that do not outlive this JVM. Where Linux's tools are installed, a child
 * is killed when this JVM is, even by {@code kill -9}, and Ctrl-C in a terminal reaches only this
 * JVM, so that it stops its children in its own order.
 */
final class Child {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final List<String> TIES = ties();

  private Child() {}

  /** Starts a process. Its command line is the builder's, behind the tools that tie it to us. */
  static Process start(ProcessBuilder builder) {
    builder.command(tied(builder.command()));
    var started = new CompletableFuture<Process>();
    // Linux ties a child to the thread that made it: this one lives as long as the child does.
    Thread.ofPlatform()
        .daemon()
        .name("keeper of " + builder.command().getLast())
        .start(() -> keep(builder, started));
    try {
      return started.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("Cannot start " + builder.command(), e.getCause());
    }
  }

  private static void keep(ProcessBuilder builder, CompletableFuture<Process> started) {
    try {
      var process = builder.start();
      started.complete(process);
      process.waitFor();
    } catch (IOException | InterruptedException e) {
      started.completeExceptionally(e);
    }
  }

  private static List<String> tied(List<String> command) {
    return Stream.of(TIES, command).flatMap(List::stream).toList();
  }

  /** The tools that tie a child to us; none on macOS, and on a Linux whose tools are too old. */
  private static List<String> ties() {
    return Stream.of(List.of("setpriv", "--pdeathsig", "KILL"), List.of("setsid"))
        .filter(Child::works)
        .flatMap(List::stream)
        .toList();
  }

  private static boolean works(List<String> tool) {
    try {
      var command = Stream.concat(tool.stream(), Stream.of("true")).toList();
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What a command prints; empty when it cannot be started. */
  static String output(List<String> command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** The executable of that name which a shell with that {@code PATH} would run. */
  static Optional<Path> onPath(String name, String path) {
    return Stream.of(path.split(File.pathSeparator))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Waits for a process that was asked to end, and kills it when it takes too long. */
  static void awaitEnd(Process process) {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
