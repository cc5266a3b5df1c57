package app.oegukmin.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {

  @Test
  void readsTypeAndCharset() {
    ContentType type = ContentType.of("Text/HTML; Charset=\"utf-8\"");

    assertThat(type.mediaType()).isEqualTo("text/html");
    assertThat(type.charset()).contains(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "euc-kr",
        "EUC_KR",
        "euckr",
        "x-euc-kr",
        "csEUCKR",
        "ks_c_5601-1987",
        "KS_C_5601-1989",
        "ksc5601",
        "KSC_5601",
        "iso-ir-149",
        "korean",
        "windows-949",
        "cp949",
        "x-cp949",
        "ms949",
        "MS_949",
        "x-windows-949",
        "uhc",
        "'euc-kr'",
      })
  void f42_everyKoreanLabelMeansTheCharsetOfKoreanWindows(String label) {
    assertThat(ContentType.of("text/html;charset=" + label).charset())
        .contains(Charset.forName("x-windows-949"));
  }

  @Test
  void aCharsetThatDoesNotExistIsNone() {
    assertThat(ContentType.of("text/html;charset=no such").charset()).isEmpty();
    assertThat(ContentType.of("text/html;charset=@@").charset()).isEmpty();
  }

  @Test
  void anEmptyHeaderIsNoType() {
    assertThat(ContentType.of("").mediaType()).isEmpty();
  }
}
