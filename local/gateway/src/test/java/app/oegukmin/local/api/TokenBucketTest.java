package app.oegukmin.local.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.Throttle;
import app.oegukmin.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenBucketTest {

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-22T01:02:03Z"));

  private int takeAll(TokenBucket bucket) {
    int taken = 0;
    while (bucket.take()) {
      taken++;
    }
    return taken;
  }

  @ParameterizedTest(name = "rate {0}, burst {1}, {2} later → {3}")
  @CsvSource({
    "5, 10, PT0S, 0",
    "5, 10, PT0.199999999S, 0",
    "5, 10, PT0.2S, 1",
    "5, 10, PT1S, 5",
    "5, 10, PT2S, 10",
    "5, 10, PT1H, 10",
    "10000, 5000, P1000D, 5000",
    "0, 3, P1000D, 0",
    "3, 1, PT0.333333333S, 0",
    "3, 1, PT0.333333334S, 1",
    "5, 10, PT-1H, 0",
  })
  void isFullAtFirstAndRefills(int rate, int burst, Duration later, int more) {
    TokenBucket bucket = new TokenBucket(new Throttle(rate, burst), clock);
    assertThat(takeAll(bucket)).isEqualTo(burst);
    clock.advance(later);
    assertThat(takeAll(bucket)).isEqualTo(more);
  }

  /** However the time is cut: three in a second stay three in a second. */
  @Test
  void losesNoFraction() {
    TokenBucket bucket = new TokenBucket(new Throttle(3, 2), clock);
    SplittableRandom random = new SplittableRandom(7);
    Duration end = Duration.ofSeconds(30);
    Duration passed = Duration.ZERO;
    int taken = takeAll(bucket);
    while (passed.compareTo(end) < 0) {
      Duration step = Duration.ofNanos(random.nextLong(1, 40_000_000));
      passed = passed.plus(step);
      clock.advance(step);
      taken += takeAll(bucket);
    }
    assertThat(taken).isEqualTo(2 + 3 * 30);
  }
}
