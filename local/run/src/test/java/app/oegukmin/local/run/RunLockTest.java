package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

  @TempDir Path directory;

  @Test
  void letsOneRunIn() throws Exception {
    Path file = directory.resolve("lock");

    try (var _ = RunLock.acquire(file)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> RunLock.acquire(file))
          .withMessageContaining("runs already");
    }
    assertThatCode(() -> RunLock.acquire(file).close()).doesNotThrowAnyException();
  }
}
