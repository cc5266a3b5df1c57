package app.oegukmin.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The JVM of the engines of a build. It starts all of them on free ports, writes lines such as
 * {@code SQS 12345} into the file {@value #PORTS} of its directory when all are ready, and ends
 * when the build does; the directory is gone then.
 */
public final class BuildMain {

  static final String PORTS = "ports";

  private BuildMain() {}

  /**
   * Runs until the build ends.
   *
   * @param arguments the directory, and the process id of the build
   */
  @SuppressWarnings("CatchAndPrintStackTrace") // standard error is this JVM's log
  public static void main(String[] arguments) {
    var directory = Path.of(arguments[0]);
    var ended =
        ProcessHandle.of(Long.parseLong(arguments[1]))
            .map(ProcessHandle::onExit)
            .orElseGet(() -> CompletableFuture.completedFuture(null));
    try {
      publish(directory, start(EnginesMain.servers(directory, false)));
      ended.join();
    } catch (Exception | LinkageError e) {
      e.printStackTrace();
    } finally {
      Directories.delete(directory);
      // Threads of the engines go on otherwise.
      System.exit(0);
    }
  }

  private static Map<Engine, Integer> start(Map<Engine, Server> servers) throws Exception {
    var ports = new EnumMap<Engine, Integer>(Engine.class);
    servers.keySet().forEach(engine -> ports.put(engine, Ports.free()));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var starts =
          ports.entrySet().stream()
              .map(
                  each ->
                      threads.submit(
                          () -> {
                            servers.get(each.getKey()).start(each.getValue());
                            return null;
                          }))
              .toList();
      for (var start : starts) {
        start.get();
      }
    }
    return ports;
  }

  /** At once, because who finds the file reads it. */
  private static void publish(Path directory, Map<Engine, Integer> ports) throws IOException {
    var unfinished = directory.resolve(PORTS + ".unfinished");
    Files.write(
        unfinished,
        ports.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.toList()));
    Files.move(unfinished, directory.resolve(PORTS), StandardCopyOption.ATOMIC_MOVE);
  }
}
