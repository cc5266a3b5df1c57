package app.oegukmin.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.limit.Decision.Outcome;
import app.oegukmin.shared.valkey.Script;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.exceptions.JedisDataException;

@Tag("process")
class TokenBucketTest {

  @RegisterExtension static final Stack STACK = Stack.of().withValkey();

  private static final Instant NOON = Instant.parse("2026-10-03T03:00:00Z");
  private static final Subject LINH = Subject.user("uid-1");
  private static final Bucket TEN_A_SECOND = Bucket.of(10, 10, Duration.ofSeconds(1));
  private static final Bucket MEMBER = Limit.MEMBER_REQUESTS.bucket();

  private final FakeClock clock = new FakeClock(NOON);
  private Valkey valkey;

  @BeforeEach
  void connect() {
    STACK.clear();
    valkey = patient();
  }

  @AfterEach
  void disconnect() {
    valkey.close();
  }

  @Test
  @DisplayName("10 tokens a second, asked every 99 ms: no fraction is lost")
  void admitsWhatIsDueWhenAskedFasterThanTokensCome() {
    empty(TEN_A_SECOND);
    int admitted = 0;
    for (int poll = 0; poll < 99; poll++) {
      clock.advance(Duration.ofMillis(99));
      admitted += admits(clock, TEN_A_SECOND) ? 1 : 0;
    }
    assertThat(admitted).isEqualTo(98);
  }

  @Test
  void neitherChargesACallerThatIsBehindTwiceNorMovesTimeBack() {
    FakeClock behind = new FakeClock(NOON.minusMillis(400));
    for (int i = 0; i < 5; i++) {
      take(clock, TEN_A_SECOND);
    }
    assertThat(remaining(take(behind, TEN_A_SECOND))).isEqualTo(4);
    assertThat(remaining(take(clock, TEN_A_SECOND))).isEqualTo(3);
    assertThat(STACK.valkey().get(key())).endsWith(" " + NOON.toEpochMilli());
  }

  @Test
  void givesFourCallersWithSkewedClocksExactlyWhatIsDue() {
    long[] skews = {-500, -167, 233, 500};
    int[] gaps = {7, 31, 13, 36, 3, 29, 17, 1, 34, 23, 11};
    clock.advance(Duration.ofMillis(500));
    empty(MEMBER);
    long start = clock.millis();
    long time = NOON.toEpochMilli();
    long latest = start;
    long admitted = 0;
    for (int request = 0; request < 10_000; request++) {
      time += gaps[request % gaps.length];
      long shown = time + skews[request % skews.length];
      latest = Math.max(latest, shown);
      admitted += admits(new FakeClock(Instant.ofEpochMilli(shown)), MEMBER) ? 1 : 0;
      // In units of a token's 1/150: a member gains one in 150 ms.
      long over = admitted * 150 - (latest - start);
      assertThat(over).as("request %s", request).isBetween(-150L, 0L);
    }
  }

  @Test
  void keepsABucketUntilItIsFullAndASecondLonger() {
    take(clock, MEMBER);
    assertThat(STACK.valkey().pttl(key())).isBetween(151L, 1150L);
    empty(MEMBER);
    assertThat(STACK.valkey().pttl(key())).isBetween(3001L, 4000L);
  }

  @Test
  void forgetsABucketInTimeThatAClockFarAheadHasTouched() {
    empty(MEMBER);
    FakeClock ahead = new FakeClock(NOON.plus(Duration.ofHours(1)));
    for (int i = 0; i < 20; i++) {
      assertThat(admits(ahead, MEMBER)).isTrue();
    }
    STACK.valkey().pexpire(key(), 500);
    assertThat(admits(clock, MEMBER)).isFalse();
    assertThat(STACK.valkey().pttl(key())).isLessThanOrEqualTo(500);
  }

  @Test
  void takesFromAllBucketsOrFromNone() {
    Take minute = new Take(Limit.CHATBOT_MINUTE, Bucket.of(2, 2, Duration.ofMinutes(1)), 1);
    Take day = new Take(Limit.CHATBOT_DAY, Bucket.of(3, 3, Duration.ofDays(1)), 1);
    assertThat(take(clock, minute, day).outcome()).isEqualTo(Outcome.ADMITTED);
    assertThat(take(clock, minute, day).outcome()).isEqualTo(Outcome.ADMITTED);

    Decision refused = take(clock, minute, day);
    assertThat(refused.outcome()).isEqualTo(Outcome.THROTTLED);
    assertThat(refused.retryAfter()).isEqualTo(30);
    assertThat(refused.balance()).contains(new Decision.Balance(2, 0, 60));
    assertThat(remaining(take(clock, day))).isZero();
  }

  @Test
  void saysTheLongerOfTwoWaits() {
    Take minute = new Take(Limit.CHATBOT_MINUTE, Bucket.of(1, 1, Duration.ofMinutes(1)), 1);
    Take day = new Take(Limit.CHATBOT_DAY, Bucket.of(1, 1, Duration.ofDays(1)), 1);
    take(clock, minute, day);
    assertThat(take(clock, minute, day).retryAfter()).isEqualTo(86_400);
  }

  @Test
  void roundsTheWaitUp() {
    empty(MEMBER);
    assertThat(take(clock, MEMBER).retryAfter()).isEqualTo(1);
    clock.advance(Duration.ofMillis(149));
    assertThat(take(clock, MEMBER).retryAfter()).isEqualTo(1);
    clock.advance(Duration.ofMillis(1));
    assertThat(admits(clock, MEMBER)).isTrue();
  }

  @Test
  void knowsASubjectsLimitsApartAndSubjectsToo() {
    empty(MEMBER);
    Take other = new Take(Limit.CHATBOT_MINUTE, MEMBER, 1);
    assertThat(take(clock, other).outcome()).isEqualTo(Outcome.ADMITTED);
    TokenBucket somebody =
        new TokenBucket(Subject.user("uid-2"), List.of(new Take(Limit.MEMBER_REQUESTS, MEMBER, 1)));
    assertThat(run(somebody, clock).outcome()).isEqualTo(Outcome.ADMITTED);
  }

  @Test
  void obeysACapacityThatWasLoweredMeanwhile() {
    take(clock, MEMBER);
    assertThat(remaining(take(clock, new Bucket(5, 1, 150)))).isEqualTo(4);
  }

  @Test
  void goesOnWhenTheServerHasForgottenTheScript() {
    take(clock, MEMBER);
    STACK.valkey().scriptFlush();
    assertThat(remaining(take(clock, MEMBER))).isEqualTo(18);
  }

  @Test
  void failsOverKeysOfTwoSlots() {
    Script script = TokenBucket.scriptThat("return take(KEYS, ARGV)");
    List<String> keys = List.of("{u:a}:limit:x", "{u:b}:limit:x");
    List<String> arguments = List.of("0", "1", "1", "1", "1", "1", "1");
    assertThatThrownBy(() -> STACK.valkey().eval(script.text(), keys, arguments))
        .isInstanceOf(JedisDataException.class)
        .hasMessageContaining("CROSSSLOT");
  }

  @Test
  void asksNoServerForTheTime() {
    assertThat(TokenBucket.scriptThat("").text()).doesNotContain("call('TIME')").startsWith("--");
  }

  private void empty(Bucket bucket) {
    while (admits(clock, bucket)) {
      // Until nothing is left.
    }
  }

  private boolean admits(Clock caller, Bucket bucket) {
    return take(caller, bucket).outcome() == Outcome.ADMITTED;
  }

  private Decision take(Clock caller, Bucket bucket) {
    return take(caller, new Take(Limit.MEMBER_REQUESTS, bucket, 1));
  }

  private Decision take(Clock caller, Take... takes) {
    return run(new TokenBucket(LINH, List.of(takes)), caller);
  }

  private Decision run(TokenBucket buckets, Clock caller) {
    return buckets.decision(valkey.run(buckets.taking(caller)).orElseThrow().getFirst());
  }

  private static long remaining(Decision decision) {
    return decision.balance().orElseThrow().remaining();
  }

  private static String key() {
    return LINH.key(Limit.MEMBER_REQUESTS);
  }

  // A busy machine must not be taken for an outage: the sums would not be exact.
  private static Valkey patient() {
    return new Valkey(STACK.valkeyEndpoint(), false, Clock.systemUTC(), Duration.ofSeconds(10));
  }
}
