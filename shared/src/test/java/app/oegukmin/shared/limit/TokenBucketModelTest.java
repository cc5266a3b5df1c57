package app.oegukmin.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.limit.Decision.Outcome;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any two buckets, any costs, any clocks: the script decides as exact arithmetic does. */
@Tag("process")
class TokenBucketModelTest {

  @RegisterExtension static final Stack STACK = Stack.of().withValkey();

  private static final Instant START = Instant.parse("2026-10-03T03:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 300, 4_000, 50_000, 600_000, 7_000_000, 80_000_000})
  void decidesAsExactArithmeticDoes(long seed) {
    Random random = new Random(seed);
    List<Bucket> buckets = Stream.generate(() -> bucket(random)).limit(2).toList();
    List<ExactBucket> models = buckets.stream().map(ExactBucket::new).toList();
    Subject subject = Subject.user("model-" + seed);
    long time = START.toEpochMilli();
    try (Valkey valkey = patient()) {
      for (int step = 0; step < 500; step++) {
        time += random.nextInt(400);
        long shown = time + random.nextInt(-500, 501);
        List<Take> takes =
            List.of(
                new Take(Limit.CHATBOT_MINUTE, buckets.getFirst(), random.nextInt(4)),
                new Take(Limit.CHATBOT_DAY, buckets.getLast(), random.nextInt(3)));
        TokenBucket asked = new TokenBucket(subject, takes);
        Clock clock = new FakeClock(Instant.ofEpochMilli(shown));
        Decision decision =
            asked.decision(valkey.run(asked.taking(clock)).orElseThrow().getFirst());
        check(step, decision, takes, models, shown);
      }
    }
  }

  private static void check(
      int step, Decision decision, List<Take> takes, List<ExactBucket> models, long shown) {
    models.forEach(model -> model.show(shown));
    boolean due =
        models.getFirst().has(takes.getFirst().tokens())
            && models.getLast().has(takes.getLast().tokens());
    assertThat(decision.outcome())
        .as("step %s", step)
        .isEqualTo(due ? Outcome.ADMITTED : Outcome.THROTTLED);
    if (due) {
      models.getFirst().take(takes.getFirst().tokens());
      models.getLast().take(takes.getLast().tokens());
      assertThat(decision.balance().orElseThrow().remaining())
          .as("step %s", step)
          .isEqualTo(Math.min(models.getFirst().whole(), models.getLast().whole()));
    }
  }

  // Slow enough to live through the test in real time, whatever time the clocks show.
  private static Bucket bucket(Random random) {
    return new Bucket(
        random.nextInt(3, 40), random.nextInt(1, 20), random.nextInt(2_000, 4_000_000));
  }

  // A busy machine must not be taken for an outage: the sums would not be exact.
  private static Valkey patient() {
    return new Valkey(STACK.valkeyEndpoint(), false, Clock.systemUTC(), Duration.ofSeconds(10));
  }
}
