package app.oegukmin.local.function;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls that a function holds in a folder, until the test lets all of them go. */
final class HeldCalls implements AutoCloseable {

  private final Path folder;
  private final List<Future<String>> running = new ArrayList<>();
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  HeldCalls(Path folder) {
    this.folder = folder;
  }

  /** Begins calls and waits until the function holds each of them. */
  void begin(int calls, Callable<String> call) throws Exception {
    int before = held();
    for (int i = 0; i < calls; i++) {
      running.add(callers.submit(call));
    }
    Instant deadline = Instant.now().plusSeconds(30);
    while (held() < before + calls) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("%d calls are held, not %d".formatted(held() - before, calls));
      }
      Thread.sleep(5);
    }
  }

  private int held() throws Exception {
    try (var files = Files.list(folder)) {
      return Math.toIntExact(files.count());
    }
  }

  /** What the calls respond when they may go on. */
  List<String> letGo() throws Exception {
    Files.createFile(folder.resolve("go"));
    List<String> responses = new ArrayList<>();
    for (Future<String> call : running) {
      responses.add(call.get());
    }
    return responses;
  }

  @Override
  public void close() {
    callers.shutdownNow();
  }
}
