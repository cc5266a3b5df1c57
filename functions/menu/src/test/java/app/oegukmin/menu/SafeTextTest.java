package app.oegukmin.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {

  @ParameterizedTest
  @CsvSource({
    "라면, 라면",
    "※운영시간, ※운영시간",
    "※운영시간※, ※운영시간*",
    "※※, ※*",
    "※, ※",
    "※가※나※, ※가※나※",
    "※가※나※다※, ※가※나※다*",
    // The app takes these away before it looks.
    "※운영시간※', ※운영시간*",
    "※운영시간※¿ì, ※운영시간*",
  })
  void neverEndsInAnEvenNumberedMark(String text, String safe) {
    assertThat(SafeText.of(text)).isEqualTo(safe);
  }

  @Test
  void spacesAfterAMarkDoNotSaveIt() {
    assertThat(SafeText.of("※가※ \r\n")).isEqualTo("※가*");
  }

  @Test
  void theAppReadsAnyTextToItsEnd() {
    String[] parts = {"※", "가", " ", "'", "\r\n", "¿", "*"};
    Random random = new Random(6);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      assertThat(readsToTheEnd(SafeText.of(text.toString()))).as("%s", text).isTrue();
    }
  }

  // What the app does, with and without cutting spaces off.
  private static boolean readsToTheEnd(String text) {
    String scrubbed = text.replace("\r\n", " ").replaceAll("[ïëì¿¦´¬š˜']", "");
    for (String seen : new String[] {scrubbed, scrubbed.strip()}) {
      int marks = 0;
      for (int i = 0; i < seen.length(); i++) {
        if (seen.charAt(i) == '※' && ++marks % 2 == 0 && i + 1 == seen.length()) {
          return false;
        }
      }
    }
    return true;
  }
}
