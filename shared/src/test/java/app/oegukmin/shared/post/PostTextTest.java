package app.oegukmin.shared.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostTextTest {

  // The syllable 한, as a Mac sends it.
  private static final String PIECES = "\u1112\u1161\u11ab";

  @Test
  void countsCodePointsOfTheComposedForm() {
    assertThat(PostText.TITLE.of("title", PIECES.repeat(255))).isEqualTo("한".repeat(255));
    assertThat(PostText.TITLE.of("title", "😀".repeat(255))).isEqualTo("😀".repeat(255));
    refuses("한".repeat(256));
    refuses("😀".repeat(256));
  }

  @Test
  void takesTextsOfEachLengthThatTheAppMaySend() {
    String longest = "가".repeat(50_000);
    assertThat(PostText.QUESTION.of("context", longest)).isEqualTo(longest);
    assertThat(PostText.OTHER.of("context", longest.substring(40_000))).hasSize(10_000);
    assertThatThrownBy(() -> PostText.OTHER.of("context", longest.substring(39_999)))
        .hasMessage("context must have at most 10000 characters");
  }

  @Test
  void keepsLineBreaksAndSpacesAsTheyAre() {
    assertThat(PostText.OTHER.of("context", " a\r\n\tb ")).isEqualTo(" a\r\n\tb ");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \n\t", "a\u0000", "a\u001b[0m", "a\u0085", "a\ud83d", "\ude00a"})
  void refusesWhatIsNoText(String sent) {
    refuses(sent);
  }

  @Test
  void refusesMarksWithoutEnd() {
    assertThat(PostText.TITLE.of("title", "a" + "\u0316".repeat(30))).hasSize(31);
    refuses("a" + "\u0316\u0301".repeat(16));
    assertThatThrownBy(() -> PostText.QUESTION.of("context", "\u0301\u0316".repeat(150_000)))
        .isInstanceOf(ApiException.class);
  }

  private static void refuses(String sent) {
    assertThatThrownBy(() -> PostText.TITLE.of("title", sent))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_INPUT))
        .hasMessageStartingWith("title ");
  }

  @ParameterizedTest
  @DisplayName("F-92: a word of millions of marks is refused before it is brought into NFC")
  @ValueSource(strings = {"\u0301\u0316", "\u1100\u1161", "x"})
  void f92_refusesAnEndlessWord(String part) {
    String endless = part.repeat(2_000_000);

    assertThatThrownBy(() -> PostText.word(endless))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_INPUT));
  }

  @Test
  void aWordIsInNfcAndLowerCase() {
    assertThat(PostText.word("VISA \u1100\u1161")).contains("visa 가");
    assertThat(PostText.word(" ")).isEmpty();
    assertThat(PostText.word(null)).isEmpty();
  }
}
