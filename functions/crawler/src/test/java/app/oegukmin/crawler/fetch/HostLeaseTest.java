package app.oegukmin.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class HostLeaseTest {

  @RegisterExtension static final Stack STACK = Stack.of("HostTable");

  private static final String HOST = "cms.kookmin.ac.kr";
  private static final URI PAGE = URI.create("https://cms.kookmin.ac.kr/a");

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T09:00:00Z"));
  private final AtomicInteger done = new AtomicInteger();
  private HostTable hosts;

  @BeforeEach
  void open() {
    STACK.clear();
    hosts = new HostTable(STACK.dynamodb(), STACK.table("HostTable"));
  }

  @Test
  void oneAtATimeWorksOnAHost() throws Exception {
    boolean held = lease(1).hold(HOST, () -> assertThat(tries(lease(2))).isFalse());

    assertThat(held).isTrue();
    assertThat(done).hasValue(0);
  }

  @Test
  void anotherHostIsFree() throws Exception {
    lease(1).hold(HOST, () -> assertThat(lease(2).hold("cs.kookmin.ac.kr", this::work)).isTrue());

    assertThat(done).hasValue(1);
  }

  @Test
  void isGivenBackAlsoWhenTheWorkFails() {
    assertThatThrownBy(
            () ->
                lease(1)
                    .hold(
                        HOST,
                        () -> {
                          throw FetchException.passing(PAGE, "Status 500", null);
                        }))
        .isInstanceOf(FetchException.class);

    assertThat(tries(lease(2))).isTrue();
  }

  @Test
  void aHolderThatDiedIsNotWaitedForForEver() {
    hosts.take(HOST, "dead", clock.instant(), clock.instant().plus(Duration.ofMinutes(6)));
    assertThat(tries(lease(2))).isFalse();

    clock.advance(Duration.ofMinutes(7));

    assertThat(tries(lease(2))).isTrue();
  }

  @Test
  void whoLostItsLeaseDoesNotGiveBackAnothers() {
    hosts.take(HOST, "slow", clock.instant(), clock.instant().plusSeconds(1));
    clock.advance(Duration.ofSeconds(2));
    hosts.take(HOST, "next", clock.instant(), clock.instant().plusSeconds(60));

    hosts.giveBack(HOST, "slow", Optional.empty());

    assertThat(tries(lease(2))).isFalse();
  }

  @Test
  void aHostThatAsksForAPauseIsLeftAloneByAll() {
    assertThatThrownBy(
            () ->
                lease(1)
                    .hold(
                        HOST,
                        () -> {
                          throw FetchException.busy(PAGE, "Status 429", Duration.ofMinutes(5));
                        }))
        .isInstanceOf(FetchException.class);

    assertThat(tries(lease(2))).isFalse();
    clock.advance(Duration.ofMinutes(6));
    assertThat(tries(lease(2))).isTrue();
  }

  @Test
  void waitsForAHolderThatFinishes() throws Exception {
    hosts.take(HOST, "other", clock.instant(), clock.instant().plusSeconds(60));
    AtomicInteger looks = new AtomicInteger();
    Pace pace =
        new Pace(
            Duration.ZERO,
            clock,
            rest -> {
              if (looks.incrementAndGet() == 3) {
                hosts.giveBack(HOST, "other", Optional.empty());
              }
            });

    assertThat(new HostLease(hosts, pace, new Random(2), clock).hold(HOST, this::work)).isTrue();
    assertThat(looks).hasValue(3);
  }

  @Test
  @DisplayName("F-96: who waits for a host looks ever more seldom")
  void f96_looksEverMoreSeldom() throws Exception {
    hosts.take(HOST, "other", clock.instant(), clock.instant().plusSeconds(60));
    List<Duration> rests = new ArrayList<>();
    Pace pace = new Pace(Duration.ZERO, clock, rests::add);

    assertThat(new HostLease(hosts, pace, new Random(2), clock).hold(HOST, this::work)).isFalse();

    assertThat(rests).hasSizeLessThan(25);
    assertThat(rests.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofSeconds(14), Duration.ofSeconds(15));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7})
  @DisplayName("F-37: the gap and Crawl-delay hold between the requests of two functions")
  void f37_theGapGoesFromHolderToHolder(int crawlDelay) throws Exception {
    Optional<Duration> wanted = Optional.of(Duration.ofSeconds(crawlDelay));
    List<Duration> rests = new ArrayList<>();
    Pace first = new Pace(Duration.ofSeconds(1), clock, rests::add);
    new HostLease(hosts, first, new Random(1), clock)
        .hold(HOST, () -> first.awaitTurn(HOST, wanted));
    clock.advance(Duration.ofMillis(400));

    Pace second = new Pace(Duration.ofSeconds(1), clock, rests::add);
    new HostLease(hosts, second, new Random(2), clock)
        .hold(HOST, () -> second.awaitTurn(HOST, wanted));

    assertThat(rests).containsExactly(Duration.ofMillis(Math.max(crawlDelay, 1) * 1000L - 400));
  }

  private void work() {
    done.incrementAndGet();
  }

  private boolean tries(HostLease lease) {
    try {
      return lease.hold(HOST, this::work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HostLease lease(long seed) {
    Pace pace = new Pace(Duration.ZERO, clock, rest -> {});
    return new HostLease(hosts, pace, new Random(seed), clock);
  }
}
