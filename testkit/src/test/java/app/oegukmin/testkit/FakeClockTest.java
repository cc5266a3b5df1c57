package app.oegukmin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FakeClockTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final FakeClock clock = new FakeClock(NOON);

  @Test
  void standsStill() {
    assertThat(clock.instant()).isEqualTo(NOON).isEqualTo(clock.instant());
    assertThat(clock.millis()).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void advances() {
    clock.advance(Duration.ofMinutes(5));

    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-02T12:05:00Z"));
  }

  @Test
  void takesTheClocksOfOtherZonesAlong() {
    var seoul = clock.withZone(ZoneId.of("Asia/Seoul"));
    clock.advance(Duration.ofHours(4));

    assertThat(LocalDateTime.now(seoul)).isEqualTo("2026-03-03T01:00:00");
  }
}
