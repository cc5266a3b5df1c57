package app.oegukmin.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
class EnginesProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir Path directory;

  @Test
  void closesWithoutLeavingAProcess() {
    var engines = Engines.start(Set.of(Engine.S3, Engine.REDIS), Optional.empty(), directory);
    var pids = engines.pids();
    assertThat(pids).hasSize(2).allMatch(EnginesProcessTest::isAlive);

    engines.close();

    assertThat(pids).noneMatch(EnginesProcessTest::isAlive);
  }

  @Test
  void leavesNoProcessWhenItsParentIsKilled() throws IOException {
    assumeTrue(
        Child.onPath("setpriv", System.getenv("PATH")).isPresent(),
        "a Linux that ties Redis to its parent");
    var parent =
        new ProcessBuilder(
                JAVA,
                "-Dproject.root=" + System.getProperty("project.root"),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                directory.toString())
            .start();
    List<Long> pids;
    try (var lines = parent.inputReader()) {
      pids = lines.lines().takeWhile(line -> !line.equals("started")).map(Long::valueOf).toList();
      assertThat(pids).hasSize(2).allMatch(EnginesProcessTest::isAlive);
    } finally {
      parent.destroyForcibly();
    }

    assertThat(Poll.until(PATIENCE, () -> pids.stream().noneMatch(EnginesProcessTest::isAlive)))
        .isTrue();
  }

  @Test
  void jvmEndsWithItsInput() throws Exception {
    var jvm = startJvm();
    jvm.getOutputStream().close();

    assertThat(jvm.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(jvm.exitValue()).isZero();
  }

  @Test
  void jvmEndsWhenAskedTo() throws Exception {
    var jvm = startJvm();
    jvm.destroy();

    assertThat(jvm.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  /** The JVM with S3 running, not tied to us by anything but its input. */
  private Process startJvm() throws IOException {
    var jvm =
        new ProcessBuilder(
                EnginesJvm.command(
                    directory,
                    EnginesMain.class,
                    List.of("-XX:TieredStopAtLevel=1"),
                    EnginesMain.TEMPORARY))
            .redirectError(directory.resolve("engines.log").toFile())
            .start();
    jvm.outputWriter().append("S3 " + Ports.free() + "\n").flush();
    assertThat(jvm.inputReader().readLine()).isEqualTo("S3 ready");
    return jvm;
  }

  @Test
  void addsAnEngineToTheRunningJvm() {
    try (var engines = Engines.start(Set.of(Engine.S3), Optional.empty(), directory)) {
      var pids = engines.pids();

      engines.add(Set.of(Engine.S3, Engine.DYNAMODB));

      assertThat(engines.pids()).isEqualTo(pids);
      assertThat(engines.dynamodb().getPort()).isNotEqualTo(engines.s3().getPort());
    }
  }

  @Test
  void refusesASecondRunOverTheSameData() {
    var data = Optional.of(directory.resolve("data"));
    try (var first = Engines.start(Set.of(), data, directory)) {
      assertThat(first.pids()).isEmpty();
      assertThatIllegalStateException()
          .isThrownBy(() -> Engines.start(Set.of(), data, directory))
          .withMessageStartingWith("Another run is using ");
    }
    Engines.start(Set.of(), data, directory).close();
  }

  @Test
  void namesTheEngineThatDoesNotStartAndItsLog() throws IOException {
    var data = Files.createDirectories(directory.resolve("data"));
    Files.writeString(data.resolve("s3"), "not a directory");

    assertThatIllegalStateException()
        .isThrownBy(() -> Engines.start(Set.of(Engine.S3), Optional.of(data), directory))
        .withMessageMatching("S3 did not start: see .*engines\\.log");
    assertThat(directory.resolve("engines.log")).content().contains("FileAlreadyExistsException");
  }

  @Test
  void saysWhatToDoWhenTheEnginesWereNeverBuilt() {
    System.setProperty("engines.home", directory.toString());
    try {
      assertThatIllegalStateException()
          .isThrownBy(() -> Engines.start(Set.of(Engine.S3), Optional.empty(), directory))
          .withMessage("No engines in " + directory + ": run make first");
    } finally {
      System.clearProperty("engines.home");
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
