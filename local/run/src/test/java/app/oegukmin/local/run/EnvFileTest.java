package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
class EnvFileTest {

  @TempDir Path directory;

  @Test
  void isReadByAShell() throws Exception {
    Path file = directory.resolve("env");

    try (var _ = EnvFile.write(file, Map.of("PIDS", "1 2 3", "HMAC_SECRET", "a+/$b="))) {
      assertThat(shell(". '" + file + "'; printf '%s|%s' \"$PIDS\" \"$HMAC_SECRET\""))
          .isEqualTo("1 2 3|a+/$b=");
    }
  }

  @Test
  void isPrivateAndGoesAtTheEnd() throws IOException {
    Path file = directory.resolve("env");

    try (var _ = EnvFile.write(file, Map.of("PIDS", "1"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }

    assertThat(file).doesNotExist();
  }

  private static String shell(String script) throws IOException {
    Process shell = new ProcessBuilder("sh", "-c", script).start();
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
