package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.language.Language;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedTranslatorTest {

  private Instant now = Instant.parse("2026-11-20T03:00:00Z");
  private DeepLServer deepL;
  private GuardedTranslator translator;

  @BeforeEach
  void start() throws IOException {
    deepL = new DeepLServer();
    Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    translator = new GuardedTranslator(deepL.translator(), clock);
  }

  @AfterEach
  void stop() {
    deepL.close();
  }

  @Test
  void leavesTheVendorAloneAfterAFailure() {
    deepL.answerNext(456);
    assertThatThrownBy(this::translate).hasMessageContaining("QUOTA_USED_UP");
    now = now.plus(Duration.ofMinutes(9));
    assertThatThrownBy(this::translate).hasMessageContaining("QUOTA_USED_UP");
    assertThat(translator.refusal()).isPresent();
    assertThat(deepL.calls()).isEmpty();
  }

  @Test
  void asksTheVendorAgainAfterThePause() {
    deepL.answerNext(503);
    assertThatThrownBy(this::translate).hasMessageContaining("UNAVAILABLE");
    now = now.plus(Duration.ofMinutes(1));
    assertThat(translator.refusal()).isEmpty();
    assertThat(translate().texts()).containsExactly("[ZH]글");
  }

  @Test
  void doesNotRestAfterARejectedText() {
    deepL.answerNext(400);
    assertThatThrownBy(this::translate).hasMessageContaining("REJECTED");
    assertThat(translate().texts()).hasSize(1);
  }

  private Translated translate() {
    return translator.translate(List.of("글"), TextFormat.TEXT, Language.ZH);
  }
}
