package app.oegukmin.shared.valkey;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.log.StandardOutput;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Gate;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Jedis;

@Tag("process")
class ValkeyTest {

  @RegisterExtension static final Stack STACK = Stack.of().withValkey();

  private final FakeClock clock = new FakeClock(Instant.parse("2026-10-03T00:30:00Z"));
  private Gate gate;
  private Valkey valkey;

  @BeforeEach
  void connect() throws IOException {
    STACK.clear();
    gate = new Gate(STACK.valkeyEndpoint());
    valkey = new Valkey(gate.endpoint(), false, clock);
  }

  @AfterEach
  void disconnect() throws IOException {
    valkey.close();
    gate.close();
  }

  @Test
  void answers() {
    STACK.valkey().set("key", "값");

    assertThat(valkey.ask(connection -> connection.get("key"))).contains("값");
    assertThat(valkey.ask(connection -> connection.get("other"))).isEmpty();
  }

  @Test
  void opensNoConnectionBeforeItIsNeededAndThenKeepsIt() {
    assertThat(gate.connections()).isZero();
    valkey.ask(Jedis::ping);
    valkey.ask(Jedis::ping);

    assertThat(gate.connections()).isEqualTo(1);
  }

  @Test
  void hasNoAnswerWhenTheServerIsGone() {
    valkey.ask(Jedis::ping);
    gate.shut();

    assertThat(valkey.ask(Jedis::ping)).isEmpty();
  }

  @Test
  void hasNoAnswerWhenTheServerWasNeverThere() throws IOException {
    gate.close();

    assertThat(valkey.ask(Jedis::ping)).isEmpty();
  }

  @Test
  void doesNotTryAgainWithinASecondOfAnOutage() {
    gate.shut();
    valkey.ask(Jedis::ping);
    clock.advance(Duration.ofMillis(999));
    gate.open();

    assertThat(valkey.ask(Jedis::ping)).isEmpty();
    assertThat(gate.connections()).isEqualTo(1);
  }

  @Test
  void recoversAfterASecond() {
    valkey.ask(Jedis::ping);
    gate.shut();
    valkey.ask(Jedis::ping);
    gate.open();
    clock.advance(Duration.ofSeconds(1));

    assertThat(valkey.ask(Jedis::ping)).contains("PONG");
    // The second is the try of a new connection while the gate was shut (F-2).
    assertThat(gate.connections()).isEqualTo(3);
  }

  @Test
  @DisplayName("F-2, F-54: a kept connection that has died is no outage")
  void f2_f54_reconnectsWhenAKeptConnectionHasDied() {
    valkey.ask(Jedis::ping);
    gate.shut();
    gate.open();

    assertThat(valkey.ask(Jedis::ping)).contains("PONG");
    assertThat(valkey.ask(Jedis::ping)).contains("PONG");
    assertThat(gate.connections()).isEqualTo(2);
  }

  @Test
  @DisplayName("F-2: a new connection that fails is an outage, and nothing is tried a third time")
  void f2_reconnectsOnce() {
    valkey.ask(Jedis::ping);
    gate.shut();

    assertThat(valkey.ask(Jedis::ping)).isEmpty();
    gate.open();
    assertThat(valkey.ask(Jedis::ping)).isEmpty();
    assertThat(gate.connections()).isEqualTo(2);
  }

  @Test
  @DisplayName("F-2: a server that answered a moment ago and is silent now is not asked twice")
  void f2_sendsNothingTwiceToASlowServer() {
    valkey.ask(Jedis::ping);
    gate.delay(Duration.ofMillis(400));

    assertThat(valkey.ask(Jedis::ping)).isEmpty();
    assertThat(gate.connections()).isEqualTo(1);
  }

  @Test
  @DisplayName("F-2: a kept connection that is silent after a while may have died without a word")
  void f2_reconnectsWhenAKeptConnectionIsSilent() {
    valkey.ask(Jedis::ping);
    clock.advance(Duration.ofSeconds(5));
    gate.delay(Duration.ofMillis(400));

    assertThat(valkey.ask(Jedis::ping)).isEmpty();
    assertThat(gate.connections()).isEqualTo(2);
  }

  @Test
  void restsAgainWhenTheOutageGoesOn() {
    gate.shut();
    for (int second = 0; second < 3; second++) {
      assertThat(valkey.ask(Jedis::ping)).isEmpty();
      assertThat(valkey.ask(Jedis::ping)).isEmpty();
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(gate.connections()).isEqualTo(3);
  }

  @Test
  void takesARefusedCommandForAnOutage() {
    STACK.valkey().set("text", "no number");

    assertThat(valkey.ask(connection -> connection.incr("text"))).isEmpty();
  }

  @Test
  @DisplayName("F-8: the server's reason for a refusal is logged once")
  void f8_saysOnceWhyACommandIsRefused() {
    STACK.valkey().set("text", "no number");
    try (StandardOutput output = new StandardOutput()) {
      for (int call = 0; call < 3; call++) {
        valkey.ask(connection -> connection.incr("text"));
        clock.advance(Duration.ofSeconds(1));
      }

      assertThat(output.lines())
          .filteredOn(line -> line.contains("ERR value is not an integer"))
          .hasSize(1);
    }
  }

  @Test
  void opensAnotherConnectionAfterASnapshot() {
    valkey.ask(Jedis::ping);
    valkey.close();

    assertThat(valkey.ask(Jedis::ping)).contains("PONG");
    assertThat(gate.connections()).isEqualTo(2);
  }

  @Test
  void isAbsentWithoutAnEndpoint() {
    assertThat(Valkey.of(new Environment(Map.of("CACHE_ENDPOINT", "")), clock)).isEmpty();
  }

  @Test
  void speaksTlsUnlessToldNotTo() {
    var plain = Map.of("CACHE_ENDPOINT", gate.endpoint(), "CACHE_TLS", "false");
    var secure = Map.of("CACHE_ENDPOINT", gate.endpoint());

    assertThat(Valkey.of(new Environment(plain), clock).flatMap(it -> it.ask(Jedis::ping)))
        .contains("PONG");
    assertThat(Valkey.of(new Environment(secure), clock).flatMap(it -> it.ask(Jedis::ping)))
        .isEmpty();
  }
}
