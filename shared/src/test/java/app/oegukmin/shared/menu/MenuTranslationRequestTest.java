package app.oegukmin.shared.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.oegukmin.shared.notice.Language;
import app.oegukmin.shared.notice.TranslationRequest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MenuTranslationRequestTest {

  @Test
  void isReadAsItWasWritten() {
    var request = new MenuTranslationRequest(LocalDate.of(2026, 11, 23), Language.ZH);
    assertThat(request.json())
        .isEqualTo(
            "{\"v\":1,\"kind\":\"menu\",\"key\":\"menu:2026-11-23:ZH\",\"date\":\"2026-11-23\",\"language\":\"ZH\"}");
    assertThat(MenuTranslationRequest.parse(request.json())).contains(request);
  }

  @ParameterizedTest
  @ValueSource(strings = {"poison", "{}", "[]", "{\"v\":1,\"kind\":\"notice\"}"})
  void leavesOtherMessagesToOthers(String message) {
    assertThat(MenuTranslationRequest.parse(message)).isEmpty();
  }

  @Test
  void leavesNoticesToTheTranslatorOfNotices() {
    String notice = new TranslationRequest(7, "hash", Language.ZH).json();
    assertThat(MenuTranslationRequest.parse(notice)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"v\":2,\"kind\":\"menu\",\"date\":\"2026-11-23\",\"language\":\"ZH\"}",
        "{\"v\":1,\"kind\":\"menu\",\"date\":\"2026-11-23\",\"language\":\"KO\"}",
        "{\"v\":1,\"kind\":\"menu\",\"date\":\"2026-11-23\",\"language\":\"\"}",
        "{\"v\":1,\"kind\":\"menu\",\"date\":\"tomorrow\",\"language\":\"ZH\"}",
        "{\"v\":1,\"kind\":\"menu\",\"language\":\"ZH\"}",
      })
  void refusesADamagedMessage(String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> MenuTranslationRequest.parse(message));
  }
}
