package app.oegukmin.shared.post;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PostIdsTest {

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-29T00:00:00Z"));
  private final PostIds ids = new PostIds(clock, new Random(1));

  @Test
  void growWithTime() {
    long last = 0;
    for (int i = 0; i < 1_000; i++) {
      long next = ids.next();
      assertThat(next).isGreaterThan(last);
      last = next;
      clock.advance(Duration.ofMillis(1));
    }
  }

  @Test
  void fitIntoWhatEveryClientReadsExactly() {
    clock.advance(Duration.ofDays(365 * 60));

    assertThat(ids.next()).isPositive().isLessThan(1L << 53);
  }

  @Test
  void areGreaterThanTheOnesOfTheOriginal() {
    PostIds first = new PostIds(new FakeClock(Instant.parse("2025-01-01T00:00:00Z")), new Random());

    assertThat(first.next()).isGreaterThan(1_000_000_000L);
  }
}
