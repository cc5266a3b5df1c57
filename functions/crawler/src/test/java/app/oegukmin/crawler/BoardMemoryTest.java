package app.oegukmin.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BoardMemoryTest {

  @Test
  @DisplayName("F-23: a memory of the version before it is read")
  void f23_readsWhatEarlierVersionsHaveStored() {
    String stored =
        """
        {"firstRun":"2026-11-20","version":{"page":"p","etag":"e","lastModified":""},
         "skipped":{},"watched":{"a":{"number":7,"misses":2}},"rechecked":""}
        """;

    BoardMemory memory = BoardMemory.of(stored);

    assertThat(memory.firstRun()).isEqualTo("2026-11-20");
    assertThat(memory.watched()).hasSize(1);
    assertThat(memory.unfiled()).isEmpty();
    assertThat(BoardMemory.of(memory.json())).isEqualTo(memory);
  }
}
