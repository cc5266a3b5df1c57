package app.oegukmin.shared.retry;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration FIRST = Duration.ofMillis(20);
  private static final Duration LONGEST = Duration.ofMillis(100);

  private final List<Long> pauses = new ArrayList<>();
  private final FakeClock clock = new FakeClock(Instant.EPOCH);

  @Test
  void pausesGrowTwofoldUpToTheLongest() {
    use(backoff(highest()).tries(6));

    assertThat(pauses).containsExactly(20L, 40L, 80L, 100L, 100L);
  }

  @Test
  void everyPauseIsDrawnFromTheWholeRange() {
    for (int i = 0; i < 2_000; i++) {
      use(backoff(new Random(i)).tries(2));
    }

    assertThat(pauses).allMatch(pause -> pause >= 1 && pause <= 20).contains(1L, 10L, 20L);
  }

  @Test
  void workThatMayBeTriedOnceIsNotRepeated() {
    use(backoff(highest()).tries(1));

    assertThat(pauses).isEmpty();
  }

  @Test
  void pausesTogetherLastNoLongerThanThePatience() {
    use(backoff(highest()).within(Duration.ofMillis(150), clock));

    assertThat(pauses).containsExactly(20L, 40L, 30L, 20L, 20L, 20L);
  }

  @Test
  void whatATryTakesIsPartOfThePatience() {
    Retries retries = backoff(highest()).within(Duration.ofMillis(150), clock);
    clock.advance(Duration.ofMillis(30));
    assertThat(retries.pause()).isTrue();
    clock.advance(Duration.ofMillis(90));
    assertThat(retries.pause()).isTrue();

    assertThat(retries.pause()).isFalse();
    assertThat(pauses).containsExactly(20L, 10L);
  }

  @Test
  void evenTheShortestPausesComeToAnEnd() {
    use(backoff(() -> 0).within(Duration.ofMillis(50), clock));

    assertThat(pauses).hasSize(50);
  }

  @Test
  void aHundredRetriesDoNotOverflow() {
    use(new Backoff(FIRST, Duration.ofDays(1), highest(), this::note).tries(100));

    assertThat(pauses).hasSize(99).endsWith(Duration.ofDays(1).toMillis());
  }

  @Test
  void anInterruptedThreadTriesNoMoreAndStaysInterrupted() {
    Backoff interrupted =
        new Backoff(
            FIRST,
            LONGEST,
            highest(),
            time -> {
              throw new InterruptedException();
            });

    assertThat(interrupted.tries(5).pause()).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void sleepsForReal() {
    Retries retries = Backoff.sleeping(Duration.ofMillis(1), LONGEST).tries(2);
    long before = System.nanoTime();

    assertThat(retries.pause()).isTrue();
    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(1_000_000);
    assertThat(retries.pause()).isFalse();
  }

  private void use(Retries retries) {
    while (retries.pause()) {
      assertThat(pauses).hasSizeLessThan(10_000);
    }
  }

  private Backoff backoff(RandomGenerator random) {
    return new Backoff(FIRST, LONGEST, random, this::note);
  }

  private void note(Duration time) {
    pauses.add(time.toMillis());
  }

  /** Draws the highest number below each bound. */
  private static RandomGenerator highest() {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return Long.MAX_VALUE;
      }

      @Override
      public long nextLong(long bound) {
        return bound - 1;
      }
    };
  }
}
