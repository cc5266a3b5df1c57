package app.oegukmin.local.campus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostTextTest {

  @Test
  void daysAreCountedFromThePost() {
    assertThat(PostText.filled("{+0} ~ {+12}", LocalDate.of(2026, 11, 21)))
        .isEqualTo("2026. 11. 21.(토) ~ 2026. 12. 3.(목)");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28, 2025학년도 2학기 2026학년도 1학기",
    "2026-03-01, 2026학년도 1학기 2026학년도 2학기",
    "2026-08-31, 2026학년도 1학기 2026학년도 2학기",
    "2026-09-01, 2026학년도 2학기 2027학년도 1학기",
    "2026-12-31, 2026학년도 2학기 2027학년도 1학기",
  })
  void semestersBeginInMarchAndSeptember(LocalDate written, String semesters) {
    assertThat(PostText.filled("{term} {next}", written)).isEqualTo(semesters);
  }
}
