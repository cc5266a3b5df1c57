package app.oegukmin.crawler.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026.10.03",
        " 2026.10.3 ",
        "2026. 10. 03.",
        "2026-10-03",
        "2026/10/03",
        "26.10.03"
      })
  void readsADay(String text) {
    assertThat(WrittenDate.parse(text)).contains(LocalDate.of(2026, 10, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "교무팀", "2026.13.01", "2026.02.30", "조회수 73", "20261003", "10.03"})
  void whatIsNoDayIsEmpty(String text) {
    assertThat(WrittenDate.parse(text)).isEmpty();
  }
}
