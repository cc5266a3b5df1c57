package app.oegukmin.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.oegukmin.shared.limit.Decision.Outcome;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Gate;
import app.oegukmin.testkit.Stack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class LimiterTest {

  @RegisterExtension static final Stack STACK = Stack.of().withValkey();

  private static final Subject LINH = Subject.user("uid-1");
  private static final List<Limit> REQUESTS = List.of(Limit.MEMBER_REQUESTS);
  private static final List<Limit> CHATBOT =
      List.of(Limit.MEMBER_REQUESTS, Limit.CHATBOT_MINUTE, Limit.CHATBOT_DAY);

  private final FakeClock clock = new FakeClock(Instant.parse("2026-10-03T03:00:00Z"));
  private final ByteArrayOutputStream counted = new ByteArrayOutputStream();
  private final Metrics metrics =
      new Metrics("test", clock, new PrintStream(counted, true, StandardCharsets.UTF_8));
  private Gate gate;
  private Valkey valkey;
  private Limiter limiter;

  @BeforeEach
  void connect() throws IOException {
    STACK.clear();
    gate = new Gate(STACK.valkeyEndpoint());
    valkey = new Valkey(gate.endpoint(), false, clock);
    limiter = new Limiter(Optional.of(valkey), clock, metrics);
  }

  @AfterEach
  void disconnect() throws IOException {
    valkey.close();
    gate.close();
  }

  @Test
  void admitsABurstOfTwentyAndRefusesTheNextUntouchedByOthers() {
    for (int i = 0; i < 20; i++) {
      assertThat(limiter.take(LINH, REQUESTS).outcome()).isEqualTo(Outcome.ADMITTED);
    }
    assertThat(limiter.take(LINH, REQUESTS).outcome()).isEqualTo(Outcome.THROTTLED);
    assertThat(limiter.take(Subject.user("uid-2"), REQUESTS).outcome()).isEqualTo(Outcome.ADMITTED);
    assertThat(lines("\"LimitThrottled\":1")).isEqualTo(1);
  }

  @Test
  void givesAnAddressWhatItsMembersHaveTogether() {
    Subject address = Addresses.of(3, "").subject("203.0.113.7").orElseThrow();
    Decision decision = limiter.take(address, List.of(Limit.GUEST_REQUESTS));
    assertThat(decision.balance()).contains(new Decision.Balance(60, 59, 1));
  }

  @Test
  void takesBytes() {
    long most = Limit.IMAGE_BYTES.bucket().capacity();
    assertThat(limiter.take(LINH, Limit.IMAGE_BYTES, most - 1).outcome())
        .isEqualTo(Outcome.ADMITTED);
    assertThat(limiter.take(LINH, Limit.IMAGE_BYTES, 2).outcome()).isEqualTo(Outcome.THROTTLED);
    clock.advance(Duration.ofMillis(1));
    assertThat(limiter.take(LINH, Limit.IMAGE_BYTES, 6).outcome()).isEqualTo(Outcome.ADMITTED);
  }

  @Test
  void opensAndClosesByLimitWhenValkeyIsAwayAndComesBackByItself() {
    limiter.take(LINH, CHATBOT);
    gate.shut();
    assertThat(limiter.take(LINH, REQUESTS)).isEqualTo(Decision.UNLIMITED);
    Decision closed = limiter.take(LINH, CHATBOT);
    assertThat(closed.outcome()).isEqualTo(Outcome.CLOSED);
    assertThat(closed.retryAfter()).isPositive();
    assertThat(lines("\"Kind\":\"LimitOpenedByOutage\"")).isEqualTo(1);
    assertThat(lines("\"Kind\":\"LimitClosedByOutage\"")).isEqualTo(1);

    gate.open();
    clock.advance(Duration.ofSeconds(1));
    assertThat(limiter.take(LINH, CHATBOT).balance()).isPresent();
  }

  @Test
  void limitsNobodyWithoutAValkey() {
    Limiter none = new Limiter(Optional.empty(), clock, metrics);
    assertThat(none.take(LINH, CHATBOT)).isEqualTo(Decision.UNLIMITED);
    assertThat(counted.size()).isZero();
  }

  @Test
  void refusesALimitOfAnotherKindOfSubject() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limiter.take(LINH, List.of(Limit.GUEST_REQUESTS)));
  }

  private long lines(String part) {
    return counted
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(part))
        .count();
  }
}
