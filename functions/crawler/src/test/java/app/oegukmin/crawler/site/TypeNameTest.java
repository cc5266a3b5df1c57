package app.oegukmin.crawler.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"공모∙행사", "공모·행사", "공모ㆍ행사", "공모・행사", "공모•행사", "공모･행사", "공모 · 행사"})
  void everyDotIsTheOneOfTheApp(String heading) {
    assertThat(TypeName.of(heading)).isEqualTo("공모\u2219행사");
  }

  @Test
  void spacesAreSingle() {
    assertThat(TypeName.of("\u00A0SW \n 학사공지 ")).isEqualTo("SW 학사공지");
  }

  @Test
  void aSlashAndAPointStay() {
    assertThat(TypeName.of("SW 특강/행사공지")).isEqualTo("SW 특강/행사공지");
  }
}
