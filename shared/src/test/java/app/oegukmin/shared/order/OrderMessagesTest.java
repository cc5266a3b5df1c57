package app.oegukmin.shared.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderMessagesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00.123Z");

  @Test
  void areReadAsTheyWereWritten() {
    StartCrawl notices = new StartCrawl(NOW);
    assertThat(StartCrawl.parse(notices.json())).contains(notices);
    ReadMenus menus = new ReadMenus(LocalDate.of(2026, 11, 23), NOW);
    assertThat(ReadMenus.parse(menus.json())).isEqualTo(menus);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"poison", "{}", "{\"v\":1,\"kind\":\"often\"}", "{\"v\":2,\"kind\":\"start\"}"})
  void overlooksWhatIsNoOrderToCrawl(String message) {
    assertThat(StartCrawl.parse(message)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"poison", "{}", "{\"v\":2,\"day\":\"2026-11-23\"}"})
  void refusesWhatIsNoOrderOfMenus(String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> ReadMenus.parse(message));
  }
}
