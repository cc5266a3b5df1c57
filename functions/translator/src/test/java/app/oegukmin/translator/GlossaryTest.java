package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GlossaryTest {

  private final Glossary glossary = new Glossary();

  @Test
  void knowsADepartmentInEachLanguage() {
    assertThat(glossary.find("교무팀", Language.EN_US)).contains("Academic Affairs Team");
    assertThat(glossary.find("교무팀", Language.ZH)).contains("教务组");
    assertThat(glossary.find("교무팀", Language.KO)).contains("교무팀");
  }

  @Test
  void overlooksSpaces() {
    assertThat(glossary.find(" 대학원  교학팀\n", Language.EN_US))
        .contains("Graduate School Academic Affairs Team");
  }

  @Test
  void knowsNothingLongerThanAName() {
    assertThat(glossary.find("교무팀 공지", Language.EN_US)).isEmpty();
  }

  @Test
  void hasThreeColumnsWithoutGapsInEachLine() throws IOException {
    try (var file = Glossary.class.getResourceAsStream("glossary.tsv")) {
      assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines())
          .isNotEmpty()
          .allSatisfy(
              line -> assertThat(line.split("\t", -1)).hasSize(3).noneMatch(String::isBlank));
    }
  }
}
