package app.oegukmin.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceTest {

  @Test
  void hasWordsInLowerCaseWithoutPunctuationAtTheirEnds() {
    assertThat(new Sentence("오늘은, TV를 \"봐요\"!").words()).containsExactly("오늘은", "tv를", "봐요");
    assertThat(new Sentence("3.5도 don't…").words()).containsExactly("3.5도", "don't");
  }

  @Test
  void takesAnyWhiteSpaceBetweenWords() {
    assertThat(new Sentence(" 안녕\n하세요  여러분\t").words()).containsExactly("안녕", "하세요", "여러분");
  }

  @Test
  void hasNoWordOfPunctuationAlone() {
    assertThat(new Sentence("네 - 아니요 …").words()).containsExactly("네", "아니요");
    assertThat(new Sentence("?!").words()).isEmpty();
  }
}
