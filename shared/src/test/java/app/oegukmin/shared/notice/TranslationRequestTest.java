package app.oegukmin.shared.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationRequestTest {

  private static final TranslationRequest REQUEST =
      new TranslationRequest(175244025847617L, "5f2b", Language.EN_US);

  @Test
  void readsWhatItWrote() {
    assertThat(TranslationRequest.parse(REQUEST.json())).isEqualTo(REQUEST);
  }

  @Test
  void carriesVersionAndIdempotencyKey() {
    assertThat(REQUEST.json())
        .isEqualTo(
            "{\"v\":1,\"key\":\"175244025847617:5f2b:EN-US\",\"article\":175244025847617,"
                + "\"hash\":\"5f2b\",\"language\":\"EN-US\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "poison",
        "[]",
        "{\"v\":2,\"article\":1,\"hash\":\"5f2b\",\"language\":\"ZH\"}",
        "{\"v\":1,\"article\":1,\"language\":\"ZH\"}",
        "{\"v\":1,\"article\":1,\"hash\":\"5f2b\",\"language\":\"KO\"}",
        "{\"v\":1,\"article\":1,\"hash\":\"5f2b\",\"language\":\"FR\"}"
      })
  void refusesWhatIsNoRequest(String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> TranslationRequest.parse(message));
  }
}
