package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.translator.Markup.Seam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MarkupTest {

  private static final int SEEDS = 200;
  private static final int LARGE = 10_000;

  @ParameterizedTest
  @EnumSource(Seam.class)
  void f28_putsTogetherWhatItTookApart(Seam seam) {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (String text : HtmlPieces.split(new RandomHtml(seed).fragment(), LARGE).texts()) {
        Markup markup = Markup.of(text, seam);
        assertThat(markup.with(markup.between())).as("seed %d", seed).isEqualTo(text);
      }
    }
  }

  @Test
  void f28_agreesWithItself() {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (String text : HtmlPieces.split(new RandomHtml(seed).fragment(), LARGE).texts()) {
        assertThat(Markup.agree(text, text)).as("seed %d", seed).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<p><b>글</b></p>,           <p><b>a</b><b>b</b></p>",
    "<p>글<br>글</p>,            <p>a b</p>",
    "<p>글</p>,                  <p>a<br>b</p>",
    "<p>글</p>,                  <p></p>",
    "<p>글</p>,                  <p>&nbsp;</p>",
    "<p><b>글</b></p><p>글</p>,  <p>a</p><p><b>b</b></p>",
    "<b><p>글</p></b>,           <p><b>a</b></p>",
  })
  void f51_seesWhatChanged(String source, String translation) {
    assertThat(Markup.agree(source, translation)).isFalse();
  }

  @Test
  void letsTagsOfASentenceChangePlaces() {
    assertThat(Markup.agree("<p><a id=\"0\">글</a> <b>글</b></p>", "<p><b>a</b> <a id='0'>b</a></p>"))
        .isTrue();
  }

  @Test
  void knowsWhatIsNotToBeTranslated() {
    Markup markup =
        Markup.of("가<b id=\"0\" translate=\"no\">나<i>다</i>라<br>마</b>바<i>사</i>", Seam.TAGS);
    assertThat(markup.between()).hasSize(8);
    for (int place = 0; place < 8; place++) {
      assertThat(markup.kept(place))
          .as(markup.between().get(place))
          .isEqualTo(place > 0 && place < 5);
    }
  }
}
