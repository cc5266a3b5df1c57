package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptNamesTest {

  private static final int LARGE = 10_000;

  private final KeptNames names = new KeptNames("북악관, ON국민포털,,K-Bob+ ,국민,국민포털");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "북악관",
        "장소: 북악관.",
        "북악관에서 열립니다",
        "(북악관)",
        "북악관은",
        "ON국민포털로",
        "<K-Bob+>",
        "K-Bob+는"
      })
  @DisplayName("F-37: a name is found in a sentence, with a particle, beside signs")
  void f37_findsANameInASentence(String text) {
    assertThat(names.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"구북악관", "북악관로비", "국민대학교", "한국국민", "북악", "XON국민포털", ""})
  @DisplayName("F-37: part of another word is no name")
  void f37_leavesOtherWordsAlone(String text) {
    assertThat(names.in(text)).isFalse();
  }

  @Test
  @DisplayName("F-37: without a list nothing is kept")
  void f37_keepsNothingWithoutAList() {
    assertThat(new KeptNames("").in("북악관")).isFalse();
    assertThat(new KeptNames(" , ").in("북악관 ,")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "<p>장소: 북악관에서</p>, <p>장소: <x-name id=\"0\" translate=\"no\">북악관</x-name>에서</p>",
    "<b>ON국민포털</b> 안내, <b><x-name id=\"0\" translate=\"no\">ON국민포털</x-name></b> 안내",
    "<a href=\"/북악관\">보기</a>, <a id=\"0\">보기</a>"
  })
  @DisplayName("F-37: the vendor is told what to keep, and nobody else sees it")
  void f37_marksNamesOnTheirWay(String html, String sent) {
    HtmlPieces pieces = HtmlPieces.split(html, LARGE, names);
    assertThat(pieces.texts()).containsExactly(sent);
    assertThat(pieces.join(pieces.texts())).isEqualTo(html);
  }

  @Test
  @DisplayName("F-37: what consists of names alone is not sent")
  void f37_sendsNoNameAlone() {
    HtmlPieces pieces = HtmlPieces.split("<p>북악관, <b>국민포털</b></p>", LARGE, names);
    assertThat(pieces.texts()).isEmpty();
    assertThat(pieces.join(pieces.texts())).isEqualTo("<p>북악관, <b>국민포털</b></p>");
  }

  @Test
  @DisplayName("F-37: marked or not, no letter and no tag is lost")
  void f37_losesNothing() {
    KeptNames common = new KeptNames("학생,변경,제1전공,아래");
    for (int seed = 0; seed < 200; seed++) {
      String html = new RandomHtml(seed).fragment();
      for (int limit : new int[] {100, LARGE}) {
        HtmlPieces pieces = HtmlPieces.split(html, limit, common);
        assertThat(pieces.join(pieces.texts())).as("seed %d", seed).isEqualTo(html);
      }
    }
  }

  @Test
  @DisplayName("F-37: a translation that has lost or translated the name is not used")
  void f37_seesThatANameIsGone() {
    String source = "<p><x-name id=\"0\" translate=\"no\">북악관</x-name>에서</p>";
    assertThat(Markup.agree(source, "<p>At <x-name id='0'> 북악관 </x-name></p>")).isTrue();
    assertThat(Markup.agree(source, "<p>At <x-name id=\"0\">Bugak</x-name></p>")).isFalse();
    assertThat(Markup.agree(source, "<p>At Bugak</p>")).isFalse();
  }
}
