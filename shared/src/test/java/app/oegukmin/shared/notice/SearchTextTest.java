package app.oegukmin.shared.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

  @Test
  void foldsCaseAndSpaces() {
    assertThat(SearchText.fold("TOPIK Ⅳ")).isEqualTo("topik iv");
    assertThat(SearchText.fold("a\u00a0b\u3000c\nd\te")).isEqualTo("a b c d e");
    assertThat(SearchText.fold("C++")).isEqualTo("c  ");
    assertThat(SearchText.fold("공모∙행사 (100%)")).isEqualTo("공모∙행사 (100%)");
  }

  @Test
  void composes() {
    String pieces = Normalizer.normalize("한국어", Normalizer.Form.NFD);
    assertThat(pieces).hasSizeGreaterThan(3);
    assertThat(SearchText.fold(pieces)).isEqualTo("한국어");
  }

  @ParameterizedTest
  @CsvSource({
    "'안내문 ', 안내문",
    "' 안내문\u3000', 안내문",
    "'TOPIK\u200b ', topik",
    "'업 ', '업 '",
    "'C++', 'c  '",
    "'  ', '  '",
    "'수강  신청', '수강  신청'"
  })
  @DisplayName("F-59: spaces at the ends of a word do not count, unless they are its pluses")
  void f59_looksForTheWordWithoutSpacesAtItsEnds(String typed, String word) {
    assertThat(SearchText.word(typed)).isEqualTo(word);
  }

  @Test
  void keepsTitleAndBodyApart() {
    assertThat(SearchText.of("Title", "Body\ntext")).isEqualTo("title\nbody text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "가", "😀", "a가😀"})
  void keepsTheBeginningWithoutCuttingACharacter(String text) {
    String kept = SearchText.of("t", text.repeat(SearchText.LONGEST));

    assertThat(kept.getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(SearchText.LONGEST - 3, SearchText.LONGEST);
    assertThat("t\n" + text.repeat(SearchText.LONGEST)).startsWith(kept);
    assertThat(new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(kept);
  }
}
