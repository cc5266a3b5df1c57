package app.oegukmin.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The child processes of a run, by number and start time, so that the next run can end what a
 * killed one left behind and never a stranger that got the same number.
 */
record ProcessFile(Path file) {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A start time is read from a clock that may be set a little in between. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private record Entry(long pid, Instant start) {

    static Optional<Entry> of(long pid) {
      return ProcessHandle.of(pid)
          .flatMap(process -> process.info().startInstant())
          .map(start -> new Entry(pid, start));
    }

    static Entry parse(String line) {
      String[] words = line.split(" ", 2);
      return new Entry(Long.parseLong(words[0]), Instant.parse(words[1]));
    }

    Optional<ProcessHandle> alive() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(process -> process.info().startInstant().filter(this::isStart).isPresent());
    }

    private boolean isStart(Instant other) {
      return Duration.between(start, other).abs().compareTo(TOLERANCE) < 0;
    }

    @Override
    public String toString() {
      return pid + " " + start;
    }
  }

  /** Remembers processes that are alive. */
  void write(List<Long> pids) {
    PrivateFile.write(
        file,
        pids.stream()
            .flatMap(pid -> Entry.of(pid).stream())
            .map(entry -> entry + "\n")
            .collect(Collectors.joining()));
  }

  /** Forgets them: they ended in order. */
  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the remembered processes that still live, and tells how many there were. */
  int endOrphans() {
    List<ProcessHandle> orphans =
        entries().stream().flatMap(entry -> entry.alive().stream()).toList();
    orphans.forEach(ProcessHandle::destroy);
    orphans.forEach(ProcessFile::awaitEnd);
    clear();
    return orphans.size();
  }

  private List<Entry> entries() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().map(Entry::parse).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("Cannot end process " + process.pid(), e);
    }
  }
}
