package app.oegukmin.shared.valkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.oegukmin.testkit.Stack;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class ScriptTest {

  @RegisterExtension static final Stack STACK = Stack.of().withValkey();

  private static final Script PLUS =
      Script.of("return redis.call('INCRBY', KEYS[1], ARGV[1]) + 0 -- of this test alone");
  private static final Script KEY = Script.of("return KEYS[1] -- of this test alone");

  @Test
  void runsSeveralAtOnceAlsoOnAServerThatKnowsNone() {
    STACK.clear();
    STACK.valkey().scriptFlush();
    try (Valkey valkey = new Valkey(STACK.valkeyEndpoint(), false, Clock.systemUTC())) {
      for (long turn = 1; turn <= 2; turn++) {
        assertThat(
                valkey.run(
                    PLUS.on(List.of("{a}:n"), List.of("2")), KEY.on(List.of("{b}"), List.of())))
            .contains(List.of(2 * turn, "{b}"));
      }
    }
  }

  @Test
  void isRefusedWithoutAKeyAsOnElastiCacheServerless() {
    assertThatIllegalArgumentException().isThrownBy(() -> KEY.on(List.of(), List.of()));
  }

  @Test
  void hasNoAnswerWhenItFails() {
    try (Valkey valkey = new Valkey(STACK.valkeyEndpoint(), false, Clock.systemUTC())) {
      Script broken = Script.of("return redis.call('NO SUCH', KEYS[1])");
      assertThat(valkey.run(broken.on(List.of("k"), List.of()))).isEmpty();
    }
  }
}
