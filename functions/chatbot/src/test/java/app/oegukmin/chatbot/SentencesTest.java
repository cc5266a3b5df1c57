package app.oegukmin.chatbot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  @Test
  void cutsThreeLanguages() {
    assertThat(Sentences.of("신청하세요. 늦으면 안 됩니다! 왜요?"))
        .containsExactly("신청하세요.", "늦으면 안 됩니다!", "왜요?");
    assertThat(Sentences.of("Apply by May. Bring \"both.\" Then wait"))
        .containsExactly("Apply by May.", "Bring \"both.\"", "Then wait");
    assertThat(Sentences.of("请在五月前申请。然后等待！")).containsExactly("请在五月前申请。", "然后等待！");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "평점 3.5학점 이상이면 됩니다.",
        "신청은 2026. 11. 29.(일)까지입니다.",
        "신청은 11. 29. 까지 받습니다.",
        "기간은 2026. 3. 2. ~ 3. 13. 입니다.",
        "The office is open from 9 a.m. to 6 p.m. on weekdays.",
        "Go to room No. 5 or ask Dr. Kim."
      })
  void leavesOneSentenceWhole(String sentence) {
    assertThat(Sentences.of(sentence)).containsExactly(sentence);
  }

  @Test
  void cutsWhereASpaceIsForgotten() {
    assertThat(Sentences.of("신청하세요.그리고 기다리세요.")).containsExactly("신청하세요.", "그리고 기다리세요.");
  }

  @Test
  void doesNotJoinBehindANumberAtTheEnd() {
    assertThat(Sentences.of("Pay into account 5. The fee is 3. Hurry."))
        .containsExactly("Pay into account 5.", "The fee is 3.", "Hurry.");
  }

  @Test
  void givesACitationBehindAFullStopToTheSentenceBefore() {
    assertThat(Sentences.of(Citation.mark("첫째입니다. [1] 둘째입니다.[2][3] 셋째")))
        .containsExactly(Citation.mark("첫째입니다. [1]"), Citation.mark("둘째입니다.[2][3]"), "셋째");
  }

  @Test
  void endsASentenceWithItsLineAndDropsBullets() {
    assertThat(Sentences.of("- 하나\n2) 둘\n\n3. 셋")).containsExactly("하나", "둘", "셋");
  }
}
