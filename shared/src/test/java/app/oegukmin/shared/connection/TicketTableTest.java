package app.oegukmin.shared.connection;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class TicketTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("TicketTable");

  private static final Instant NOW = Instant.parse("2056-11-22T01:02:03Z");
  private static final AccessToken TOKEN =
      new AccessToken(
          "token-1",
          "uid-1",
          "ROLE_USER",
          false,
          Optional.empty(),
          NOW.minusSeconds(9),
          NOW.plusSeconds(60));

  private final FakeClock clock = new FakeClock(NOW);
  private final TicketTable table =
      new TicketTable(STACK.dynamodb(), STACK.table("TicketTable"), clock);

  private String issue() {
    return table.issue(TOKEN, new SecureRandom());
  }

  @Test
  void standsForTheTokenOnce() {
    String ticket = issue();
    assertThat(ticket).hasSize(43);
    assertThat(table.redeem(ticket)).contains(TOKEN);
    assertThat(table.redeem(ticket)).isEmpty();
    assertThat(table.redeem("")).isEmpty();
  }

  @Test
  void standsForNothingAfterHalfAMinute() {
    String ticket = issue();
    clock.advance(Duration.ofSeconds(29));
    String other = issue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(table.redeem(ticket)).isEmpty();
    assertThat(table.redeem(other)).isPresent();
  }

  @Test
  void isRedeemedByOneOfManyAtOnce() throws Exception {
    String ticket = issue();
    Callable<Boolean> call = () -> table.redeem(ticket).isPresent();
    int redeemed = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> one : threads.invokeAll(Collections.nCopies(8, call))) {
        redeemed += one.get() ? 1 : 0;
      }
    }
    assertThat(redeemed).isEqualTo(1);
  }

  @Test
  void isNotStoredAsItIs() {
    String ticket = issue();
    assertThat(STACK.dynamodb().scan(scan -> scan.tableName(STACK.table("TicketTable"))).items())
        .noneMatch(item -> item.toString().contains(ticket));
  }

  @Test
  void travelsThroughAnAuthorizersContext() {
    List<AccessToken> tokens =
        List.of(
            TOKEN,
            new AccessToken(
                "t", "u", "ROLE_ADMIN", true, Optional.of("f"), Instant.EPOCH, Instant.EPOCH));
    for (AccessToken token : tokens) {
      var context = token.context();
      assertThat(AccessToken.of(key -> Optional.ofNullable(context.get(key)))).contains(token);
    }
  }
}
