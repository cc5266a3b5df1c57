package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void cutsAfterTheLastSentenceThatFits() {
    assertThat(Sentences.cut("Aa bb. Cc dd. Ee ff.", 16))
        .containsExactly("Aa bb. Cc dd.", " Ee ff.");
  }

  @Test
  void cutsAfterAWordWhenNoSentenceFits() {
    assertThat(Sentences.cut("aaa bbb ccc ddd", 10)).containsExactly("aaa bbb ", "ccc ddd");
  }

  @Test
  void cutsAnywhereWhenNoWordFitsButNeverWithinACharacter() {
    assertThat(Sentences.cut("😀😀😀", 9)).containsExactly("😀😀", "😀");
    assertThat(Sentences.cut("가나다", 7)).containsExactly("가나", "다");
  }

  @Test
  void countsCharactersAsHtmlSpellsThem() {
    assertThat(Sentences.cut("&&&", 10)).containsExactly("&&", "&");
    assertThat(Sentences.cut("\u00a0\u00a0", 6)).hasSize(2);
  }
}
