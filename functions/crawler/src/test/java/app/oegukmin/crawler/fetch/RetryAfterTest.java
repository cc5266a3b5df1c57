package app.oegukmin.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private final Clock clock = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);

  @Test
  void isSecondsOrAMoment() {
    assertThat(RetryAfter.parse("120", clock)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.parse("Fri, 20 Nov 2026 09:00:30 GMT", clock))
        .contains(Duration.ofSeconds(30));
  }

  @Test
  void aMomentThatHasPassedIsNow() {
    assertThat(RetryAfter.parse("Fri, 20 Nov 2026 08:00:00 GMT", clock)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999", "86401", "Wed, 07 Aug 2058 00:00:00 GMT"})
  @DisplayName("F-24: one value silences a host for a day at most")
  void f24_isADayAtMost(String header) {
    assertThat(RetryAfter.parse(header, clock)).contains(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "99999999999999"})
  void anythingElseSaysNothing(String header) {
    assertThat(RetryAfter.parse(header, clock)).isEmpty();
  }
}
