package app.oegukmin.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.limit.Decision.Balance;
import app.oegukmin.shared.limit.Decision.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTest {

  static Stream<Decision> decisions() {
    Optional<Balance> balance = Optional.of(new Balance(20, 3, 2));
    return Stream.of(
        Decision.UNLIMITED,
        Decision.CLOSED,
        new Decision(Outcome.ADMITTED, balance, 0),
        new Decision(Outcome.THROTTLED, balance, 7));
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void survivesTheContextOfAnAuthorizer(Decision decision) {
    Map<String, String> context = decision.context();
    assertThat(Decision.of(key -> Optional.ofNullable(context.get(key)))).isEqualTo(decision);
  }
}
