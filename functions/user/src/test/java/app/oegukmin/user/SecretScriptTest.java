package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F-13: what scripts/put-secrets.sh leaves when it is interrupted. */
@Tag("process")
class SecretScriptTest {

  /** Stands in for the AWS CLI: notes that the item has come, and never ends. */
  private static final String AWS =
      """
      #!/bin/sh
      [ "$2" = put-item ] || { echo table; exit; }
      cat "${6#file://}" >"$SEEN.part"
      mv "$SEEN.part" "$SEEN"
      exec sleep 60
      """;

  @TempDir Path directory;

  @Test
  @DisplayName("F-13: an interrupt while an item is on its way leaves no file with the secret")
  void f13_leavesNoFile() throws Exception {
    Path aws = Files.writeString(directory.resolve("aws"), AWS);
    Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path files = Files.createDirectory(directory.resolve("tmp"));
    Path seen = directory.resolve("seen");
    ProcessBuilder script =
        new ProcessBuilder("sh", "scripts/put-secrets.sh", "stack")
            .directory(Path.of(System.getProperty("project.root")).toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("printed").toFile());
    script.environment().merge("PATH", directory.toString(), (path, ours) -> ours + ":" + path);
    script.environment().put("TMPDIR", files.toString());
    script.environment().put("SEEN", seen.toString());
    script.environment().put("HMAC_SECRET", "c2VjcmV0LW9mLXRoZS1hcHA=");
    Process process = script.start();
    try {
      while (!Files.exists(seen) && process.isAlive()) {
        Thread.sleep(20);
      }
      interrupt(process);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }

    assertThat(Files.readString(seen)).contains("c2VjcmV0LW9mLXRoZS1hcHA=");
    try (var left = Files.list(files)) {
      assertThat(left).isEmpty();
    }
  }

  /**
   * Ends the script and all that it has started, as Ctrl-C does; by TERM, because tests that a
   * shell runs in the background ignore INT.
   */
  private static void interrupt(Process process) throws Exception {
    StringBuilder pids = new StringBuilder();
    process.descendants().forEach(child -> pids.append(child.pid()).append(' '));
    new ProcessBuilder("sh", "-c", "kill -TERM " + pids + process.pid()).start().waitFor();
  }
}
