package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.FakeClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DrainTest {

  private final List<Map<String, Long>> told = new ArrayList<>();

  @Test
  void endsWhenNothingIsLeft() throws InterruptedException {
    var idle = new FakeMapping("idle", () -> 5, moment -> true);

    assertThat(new Drain(List.of(idle), Clock.systemUTC()).await(told::add)).isTrue();
    assertThat(told).isEmpty();
  }

  @Test
  void tellsWhatEachMappingDelivers() throws InterruptedException {
    AtomicLong looks = new AtomicLong();
    var busy =
        new FakeMapping(
            "CrawlQueue",
            () -> 10 + Math.min(looks.getAndIncrement(), 3),
            moment -> looks.get() > 3);
    var idle = new FakeMapping("idle", () -> 5, moment -> true);

    assertThat(new Drain(List.of(busy, idle), Clock.systemUTC()).await(told::add)).isTrue();
    assertThat(told).last().isEqualTo(Map.of("CrawlQueue", 3L));
  }

  @Test
  void wantsEveryMappingToBeQuietAfterAllWereQuietOnce() throws InterruptedException {
    Clock clock = Clock.systemUTC();
    List<Instant> asked = new ArrayList<>();
    var stream = new FakeMapping("stream", () -> 0, moment -> asked.add(moment));

    assertThat(new Drain(List.of(stream), clock).await(told::add)).isTrue();
    assertThat(asked).hasSize(2);
    assertThat(asked.get(1)).isAfter(asked.get(0));
  }

  @Test
  void givesUpOnWhatDoesNotMove() throws InterruptedException {
    FakeClock clock = new FakeClock(Instant.EPOCH);
    var stuck =
        new FakeMapping(
            "stuck",
            () -> {
              clock.advance(Duration.ofSeconds(20));
              return 0;
            },
            moment -> false);

    assertThat(new Drain(List.of(stuck), clock).await(told::add)).isFalse();
  }
}
