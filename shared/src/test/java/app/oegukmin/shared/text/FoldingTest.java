package app.oegukmin.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "ＴＯＰＩＫ, topik",
    "２０２６학년도, 2026학년도",
    "㈜국민, (주)국민",
    "ﾀｲ, タイ",
    "TOPIK Ⅳ, topik iv",
    "①차, 1차",
    "100㎡, 100m2",
    "ＵＲＬ：／／, url://"
  })
  @DisplayName("F-57: letters of another width or form are the plain ones")
  void f57_foldsLettersOfAnotherForm(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }

  @ParameterizedTest
  @ValueSource(
      chars = {
        '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\uff0d',
        '\ufe63', '\ufe58', '\u2043'
      })
  @DisplayName("F-58: every hyphen is one, as in D-2")
  void f58_foldsHyphens(char hyphen) {
    assertThat(Folding.fold("D" + hyphen + "2")).isEqualTo("d-2");
  }

  @ParameterizedTest
  @CsvSource({
    "9:00～18:00, 9:00~18:00",
    "9:00〜18:00, 9:00~18:00",
    "9:00∼18:00, 9:00~18:00",
    "“학생”, \"학생\"",
    "공모·행사, 공모∙행사",
    "공모ㆍ행사, 공모∙행사",
    "공모・행사, 공모∙행사",
    "수강\u00ad신청, 수강신청",
    "\ufeff수강\u200b신청, 수강신청",
    "수강\u3164신청, 수강 신청",
    "1∕2, 1/2",
    "½, 1/2"
  })
  @DisplayName("F-57, F-58: so is whatever else looks the same")
  void f57_f58_foldsWhatLooksTheSame(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }

  @Test
  @DisplayName("F-57: quotation marks")
  void f57_foldsApostrophes() {
    assertThat(Folding.fold("student\u2019s `a\u00b4")).isEqualTo("student's 'a'");
  }

  @Test
  @DisplayName("F-57: a folded text stays as it is, in every form")
  void f57_foldsAFoldedTextToItself() {
    for (int character = 0; character <= Character.MAX_VALUE; character++) {
      if (!Character.isSurrogate((char) character)) {
        String folded = Folding.fold(Character.toString(character));
        assertThat(Folding.fold(folded)).as("U+%04X", character).isEqualTo(folded);
        String pieces = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD);
        assertThat(Folding.fold(pieces)).as("U+%04X", character).isEqualTo(folded);
      }
    }
  }
}
