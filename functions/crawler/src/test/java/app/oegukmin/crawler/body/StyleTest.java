package app.oegukmin.crawler.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text-align: center; | text-align: center",
        "font-family: \"맑은 고딕\"; COLOR: rgb(255, 0, 0) | COLOR: rgb(255, 0, 0)",
        "border: 1px solid #000; position: fixed; width:100% | border: 1px solid #000; width:100%",
        "background: url(https://example.com/a.png) | ''",
        "width: expression(alert(1)) | ''",
        "color: \\75rl(x) | ''",
        "color | ''",
        "; ; | ''",
      })
  void keepsWhatIsAllowed(String style, String kept) {
    assertThat(Style.kept(style)).isEqualTo(kept);
  }

  @Test
  void dropsAValueOfAbsurdLength() {
    assertThat(Style.kept("color: " + "a".repeat(100_000))).isEmpty();
  }
}
