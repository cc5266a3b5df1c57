package app.oegukmin.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContentTypeTest {

  @Test
  void readsTypeAndCharset() {
    ContentType type = ContentType.of("Text/HTML; Charset=\"utf-8\"");

    assertThat(type.mediaType()).isEqualTo("text/html");
    assertThat(type.charset()).contains(StandardCharsets.UTF_8);
  }

  @Test
  void knowsTheOldKoreanCharset() {
    assertThat(ContentType.of("text/html;charset=euc-kr").charset())
        .contains(Charset.forName("EUC-KR"));
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
