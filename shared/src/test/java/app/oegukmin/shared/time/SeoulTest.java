package app.oegukmin.shared.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeoulTest {

  @Test
  void isTheNextDayFromFifteenOClockInGreenwich() {
    assertThat(Seoul.today(at("2024-05-20T14:59:59Z"))).isEqualTo(LocalDate.of(2024, 5, 20));
    assertThat(Seoul.today(at("2024-05-20T15:00:00Z"))).isEqualTo(LocalDate.of(2024, 5, 21));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-20T04:45:00Z, 2024-05-20T13:45:00",
    "2024-05-20T15:00:00Z, 2024-05-21T00:00:00",
    "2024-05-20T04:45:30.250Z, 2024-05-20T13:45:30.25"
  })
  @DisplayName("Contract §3.2: seconds even when they are zero, a short fraction when there is one")
  void writesTimesWithSeconds(Instant moment, String expected) {
    assertThat(Seoul.dateTime(moment)).isEqualTo(expected);
  }

  private static Clock at(String moment) {
    return Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
  }
}
