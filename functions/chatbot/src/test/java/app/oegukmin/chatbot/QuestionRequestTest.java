package app.oegukmin.chatbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionRequestTest {

  @Test
  void takesAThousandCharacters() {
    Question question = new QuestionRequest(" " + "😀".repeat(1_000) + "\n", "zh-CN").question();

    assertThat(question.text()).hasSize(2_000);
    assertThat(question.language()).isEqualTo(Language.ZH);
    assertRefused("😀".repeat(1_001), "ko");
  }

  @Test
  void dropsHalfCharacters() {
    assertThat(new QuestionRequest("\ud83d장학금\ude00 😀", "ko").question().text())
        .isEqualTo("장학금 😀");
    assertRefused("\ud83d", "ko");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \n", "\u200b\u202e", "\u3000"})
  void refusesWhatHasNothingToBeSeen(String query) {
    assertRefused(query, "ko");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "zh", "EN-US", "ja", "KO"})
  void refusesOtherLanguages(String language) {
    assertRefused("네?", language);
  }

  private static void assertRefused(String query, String language) {
    assertThatThrownBy(new QuestionRequest(query, language)::question)
        .isInstanceOf(ApiException.class);
  }

  @Test
  void knowsEqualQuestions() {
    assertThat(new Question("  ＴＯＰＩＫ\u00a0접수는? ", Language.KO).normalised())
        .isEqualTo(new Question("topik 접수는", Language.KO).normalised());
  }

  @Test
  void searchesTheLanguageThatIsAskedIn() {
    assertThat(new Question("scholarship", Language.ZH).searched())
        .containsExactlyInAnyOrder(Language.ZH, Language.KO, Language.EN_US);
    assertThat(new Question("장학금 scholarship", Language.KO).searched())
        .containsExactly(Language.KO);
  }
}
