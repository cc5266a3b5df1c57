package app.oegukmin.shared.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import app.oegukmin.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Many who write one item, in a time that is only counted: a write takes the item for a while, and
 * cancels whoever comes meanwhile; each try costs two of the item's thousand units a second.
 */
class CrowdTest {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int UNITS = 2;
  private static final double UNITS_PER_MILLI = 1;
  private static final double MOST_UNITS = 1000;
  private static final int RUNS = 50;

  /** One of the crowd, with a clock of its own. */
  private record Member(FakeClock clock, Retries retries) {

    static Member at(Instant moment, Random random) {
      FakeClock clock = new FakeClock(moment);
      Backoff backoff =
          new Backoff(
              Transaction.FIRST_OF_CROWD, Transaction.LONGEST_OF_CROWD, random, clock::advance);
      return new Member(clock, backoff.within(PATIENCE, clock));
    }

    long millis() {
      return clock.millis();
    }
  }

  @ParameterizedTest
  @DisplayName("D-Q9: a hundred likes within a second all succeed within three seconds of retries")
  @CsvSource({"5, 100, 1", "10, 100, 1", "15, 100, 1", "20, 100, 1", "15, 900, 30"})
  void dQ9_servesACrowd(int millisOfAWrite, int members, int seconds) {
    int refused = 0;
    for (int run = 0; run < RUNS; run++) {
      refused += refused(new Random(run), millisOfAWrite, members, seconds);
    }
    assertThat(refused).isZero();
  }

  private static int refused(Random random, int millisOfAWrite, int members, int seconds) {
    PriorityQueue<Member> tries = new PriorityQueue<>(Comparator.comparingLong(Member::millis));
    for (int i = 0; i < members; i++) {
      Instant comes = Instant.EPOCH.plusMillis(random.nextInt(1000 * seconds));
      tries.add(Member.at(comes, random));
    }
    int refused = 0;
    long free = 0;
    double units = MOST_UNITS;
    long last = 0;
    while (!tries.isEmpty()) {
      Member member = tries.poll();
      long now = member.millis();
      units = Math.min(MOST_UNITS, units + (now - last) * UNITS_PER_MILLI);
      last = now;
      boolean room = units >= UNITS;
      units -= room ? UNITS : 0;
      if (room && now >= free) {
        free = now + millisOfAWrite;
      } else {
        // It hears of the refusal as late as of a success.
        member.clock().advance(Duration.ofMillis(millisOfAWrite));
        if (member.retries().pause()) {
          tries.add(member);
        } else {
          refused++;
        }
      }
    }
    return refused;
  }
}
