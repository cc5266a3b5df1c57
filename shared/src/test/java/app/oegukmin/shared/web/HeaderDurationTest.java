package app.oegukmin.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderDurationTest {

  private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");

  @Test
  void isWhatTheHeaderSays() {
    assertThat(HeaderDuration.seconds("21600")).contains(Duration.ofHours(6));
    assertThat(HeaderDuration.between(NOW, NOW.plusSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    assertThat(HeaderDuration.between(NOW, NOW.minusSeconds(30))).isZero();
  }

  @Test
  @DisplayName("F-24: no host names a time of more than a day")
  void f24_isADayAtMost() {
    assertThat(HeaderDuration.seconds("86401")).contains(Duration.ofDays(1));
    assertThat(HeaderDuration.seconds("999999999")).contains(Duration.ofDays(1));
    assertThat(HeaderDuration.between(NOW, Instant.parse("2058-08-07T00:00:00Z")))
        .isEqualTo(Duration.ofDays(1));
    assertThat(HeaderDuration.between(NOW, Instant.MAX)).isEqualTo(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "soon", "9999999999"})
  void isNothingThatCannotBeRead(String text) {
    assertThat(HeaderDuration.seconds(text)).isEmpty();
  }
}
