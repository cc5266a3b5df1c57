package app.oegukmin.local.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchResponseTest {

  private static final Set<String> BATCH = Set.of("a", "b", "c");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\":[]}",
        "{\"batchItemFailures\":null}",
        "{}",
        "null",
        "",
        "\"done\"",
      })
  void takesAnAnswerWithoutFailuresAsSuccess(String response) {
    assertThat(failed(response)).isEmpty();
  }

  @Test
  void readsWhichItemsFailed() {
    assertThat(failed(FakeFunctions.failed("a", "c"))).containsExactlyInAnyOrder("a", "c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no JSON",
        "{\"batchItemFailures\":\"a\"}",
        "{\"batchItemFailures\":[\"a\"]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"identifier\":\"a\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"unknown\"}]}",
      })
  void takesAMalformedAnswerAsFailureOfTheWholeBatch(String response) {
    assertThat(failed(response)).isEqualTo(BATCH);
  }

  private static Set<String> failed(String response) {
    return BatchResponse.failed(response.getBytes(StandardCharsets.UTF_8), BATCH);
  }
}
