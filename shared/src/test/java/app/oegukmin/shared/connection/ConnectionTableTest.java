package app.oegukmin.shared.connection;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class ConnectionTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("ConnectionTable");

  private static final Instant NOW = Instant.parse("2056-11-22T01:02:03.004Z");
  private static final String MEMBER = MemberKey.of("uid-1");

  private final FakeClock clock = new FakeClock(NOW);
  private final ConnectionTable table =
      new ConnectionTable(STACK.dynamodb(), STACK.table("ConnectionTable"), clock);

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  private Connection connection(String id) {
    AccessToken token =
        new AccessToken(
            "token-1",
            "uid-1",
            "ROLE_USER",
            true,
            Optional.of("family-1"),
            NOW.minusSeconds(9),
            NOW.plusSeconds(60));
    return Connection.of(token, id, clock.instant());
  }

  @Test
  void keepsWhatTheTokenSays() {
    assertThat(table.add(connection("a"))).isTrue();
    Connection found = table.of(MEMBER).getFirst();
    assertThat(found.connectedDate()).isEqualTo(NOW);
    assertThat(found.admitted(NOW.plusSeconds(50))).isTrue();
    assertThat(found.admitted(NOW.plusSeconds(60))).isFalse();
    assertThat(found.coveredBy("token#token-1")).isTrue();
    assertThat(found.coveredBy("token#other")).isFalse();
    assertThat(found.coveredBy("family#family-1")).isTrue();
    assertThat(found.coveredBy("family#other")).isFalse();
    assertThat(found.coveredBy("issued")).isTrue();
  }

  @Test
  void refusesTheSixth() {
    IntStream.range(0, 5).forEach(i -> assertThat(table.add(connection("c" + i))).isTrue());
    clock.advance(Duration.ofSeconds(1));
    assertThat(table.add(connection("a6"))).isFalse();
    assertThat(table.of(MEMBER)).hasSize(5);
    table.remove(MEMBER, "c0");
    assertThat(table.add(connection("a7"))).isTrue();
  }

  @Test
  void neverHasMoreThanFiveHoweverManyComeAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> calls =
          IntStream.range(0, 12)
              .<Callable<Boolean>>mapToObj(i -> () -> table.add(connection("c" + i)))
              .toList();
      int added = 0;
      for (Future<Boolean> call : threads.invokeAll(calls)) {
        added += call.get() ? 1 : 0;
      }
      assertThat(table.of(MEMBER)).hasSize(added).hasSizeLessThanOrEqualTo(5);
    }
  }

  @Test
  void forgetsWhatApiGatewayHasEnded() {
    table.add(connection("a"));
    clock.advance(Duration.ofHours(2));
    assertThat(table.of(MEMBER)).isEmpty();
  }
}
