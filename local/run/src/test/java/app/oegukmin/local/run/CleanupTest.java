package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupTest {

  private final List<String> closed = new ArrayList<>();
  private final Cleanup cleanup = new Cleanup();

  private AutoCloseable part(String name) {
    return () -> closed.add(name);
  }

  @Test
  void closesTheLastFirstAndEachOnce() {
    cleanup.keep(part("engines"));
    cleanup.keep(part("gateway"));

    cleanup.close();
    cleanup.close();

    assertThat(closed).containsExactly("gateway", "engines");
  }

  @Test
  void closesTheOthersWhenOneFails() {
    cleanup.keep(part("engines"));
    cleanup.keep(
        () -> {
          throw new IllegalStateException("as the test wants");
        });

    cleanup.close();

    assertThat(closed).containsExactly("engines");
  }

  @Test
  void closesAtOnceWhatComesTooLate() {
    cleanup.close();

    assertThatIllegalStateException().isThrownBy(() -> cleanup.keep(part("late")));
    assertThat(closed).containsExactly("late");
  }
}
