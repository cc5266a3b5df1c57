package app.oegukmin.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Five hundred messages of six members in trouble, by three seeds; every third member is connected,
 * the others poll. {@code make bench-chat} takes more members and messages and one seed, by the
 * properties {@code simulation.members}, {@code simulation.messages} and {@code simulation.seeds}.
 */
@Tag("process")
class SimulationTest {

  @RegisterExtension static final Stack STACK = Stack.of(ChatDesk.TABLES).withValkey();

  @ParameterizedTest
  @DisplayName(
      "D-C13, D-C4: polling and connected, nothing is lost whatever fails, all is in order")
  @MethodSource("seeds")
  void dC13_dC4_nothingIsLost(long seed) throws Exception {
    STACK.clear();
    int members = Integer.getInteger("simulation.members", 6);
    int messages = Integer.getInteger("simulation.messages", 500);
    try (Simulation simulation = new Simulation(STACK, seed, members, messages)) {
      History history = simulation.run();

      simulation.check();
      assertThat(history.wanted()).hasSize(messages);
      // Otherwise it would show nothing.
      assertThat(simulation.cuts()).isGreaterThan(messages / 10);
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("simulation.seeds", 3));
  }

  @Test
  void aSeedReproducesWhatHappens() throws Exception {
    assertThat(events(4)).isEqualTo(events(4)).isNotEqualTo(events(5)).hasSizeGreaterThan(15);
  }

  private static List<String> events(long seed) throws Exception {
    STACK.clear();
    try (Simulation simulation = new Simulation(STACK, seed, 3, 15)) {
      return simulation.run().events();
    }
  }
}
