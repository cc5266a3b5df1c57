package app.oegukmin.shared.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

  private final Environment environment = new Environment(Map.of("TABLE", "users", "BLANK", " "));

  @Test
  void givesWhatIsThere() {
    assertThat(environment.require("TABLE")).isEqualTo("users");
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> environment.require("QUEUE"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("QUEUE");
  }

  @Test
  void treatsBlankAsAbsent() {
    assertThat(environment.optional("BLANK")).isEmpty();
  }
}
