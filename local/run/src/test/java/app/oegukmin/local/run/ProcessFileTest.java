package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
class ProcessFileTest {

  @TempDir Path directory;

  private ProcessFile file;
  private Process process;

  @BeforeEach
  void start() throws IOException {
    file = new ProcessFile(directory.resolve("processes"));
    process = new ProcessBuilder("sleep", "600").start();
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
  }

  @Test
  void endsWhatAKilledRunLeft() {
    file.write(List.of(process.pid()));

    assertThat(file.endOrphans()).isEqualTo(1);
    assertThat(process.isAlive()).isFalse();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void leavesAStrangerWithTheSameNumberAlone() throws IOException {
    Instant earlier =
        process.toHandle().info().startInstant().orElseThrow().minus(Duration.ofHours(1));
    Files.writeString(file.file(), process.pid() + " " + earlier + "\n");

    assertThat(file.endOrphans()).isZero();
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void knowsOfNothingWithoutAFile() {
    assertThat(file.endOrphans()).isZero();
  }

  @Test
  void forgetsProcessesThatHaveEnded() throws InterruptedException {
    file.write(List.of(process.pid()));
    process.destroyForcibly().waitFor();

    assertThat(file.endOrphans()).isZero();
  }
}
