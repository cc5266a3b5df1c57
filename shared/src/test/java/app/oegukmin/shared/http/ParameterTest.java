package app.oegukmin.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

  @Test
  void readsANumber() {
    assertThat(Parameter.number("cursor", "700976103390468", 0)).isEqualTo(700_976_103_390_468L);
  }

  @Test
  void takesTheDefaultForNothing() {
    assertThat(Parameter.number("cursor", null, 0)).isZero();
    assertThat(Parameter.number("cursor", "", 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "1.0", "9223372036854775808", " "})
  @DisplayName("D-A9: what is no number is the client's mistake, 400 C001")
  void dA9_refusesWhatIsNoNumber(String value) {
    assertThatThrownBy(() -> Parameter.number("cursor", value, 0))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_INPUT);
              assertThat(refusal.getMessage()).contains("cursor");
            });
  }
}
