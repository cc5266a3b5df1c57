package app.oegukmin.shared.job;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class JobTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("JobTable");

  private static final Instant NOON = Instant.parse("2026-11-20T03:00:00Z");

  private final FakeClock clock = new FakeClock(NOON);
  private JobTable jobs;

  @BeforeEach
  void open() {
    STACK.clear();
    jobs = new JobTable(STACK.dynamodb(), STACK.table("JobTable"), clock);
  }

  @Test
  void knowsWhenAJobWasLastDone() {
    jobs.done(Job.CRAWL);
    clock.advance(Duration.ofHours(1));
    jobs.done(Job.CRAWL);
    jobs.done(Job.MENUS);
    clock.advance(Duration.ofHours(1));

    assertThat(jobs.last(Job.CRAWL)).isEqualTo(NOON.plus(Duration.ofHours(1)));
  }

  @Test
  void aJobThatWasNeverDoneIsLateFromTheFirstLookOn() {
    assertThat(jobs.last(Job.CRAWL)).isEqualTo(NOON);
    clock.advance(Duration.ofHours(10));
    assertThat(jobs.last(Job.CRAWL)).isEqualTo(NOON);
  }
}
