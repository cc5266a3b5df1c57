package app.oegukmin.translator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeepLLimitsTest {

  @Test
  void putsFiftyTextsIntoACall() {
    List<String> texts = Collections.nCopies(101, "글");
    assertThat(DeepLLimits.calls(texts)).extracting(List::size).containsExactly(50, 50, 1);
  }

  @Test
  void countsTheGrowthOfAFormBody() {
    List<String> texts = Collections.nCopies(20, "가".repeat(Translator.MAX_TEXT_BYTES / 3));
    List<List<String>> calls = DeepLLimits.calls(texts);
    assertThat(calls).hasSizeGreaterThan(1);
    assertThat(calls)
        .allSatisfy(call -> assertThat(body(call)).isLessThanOrEqualTo(DeepLLimits.BODY_BYTES));
    assertThat(calls.stream().flatMap(List::stream)).containsExactlyElementsOf(texts);
  }

  @Test
  void makesNoCallOfNothing() {
    assertThat(DeepLLimits.calls(List.of())).isEmpty();
  }

  @Test
  void rejectsATextThatFitsNoCall() {
    List<String> texts = List.of("가".repeat(DeepLLimits.BODY_BYTES / 9));
    assertThatThrownBy(() -> DeepLLimits.calls(texts))
        .isInstanceOf(TranslationFailure.class)
        .hasMessageContaining("REJECTED");
  }

  private static int body(List<String> call) {
    return call.stream().mapToInt(text -> 6 + URLEncoder.encode(text, UTF_8).length()).sum();
  }
}
