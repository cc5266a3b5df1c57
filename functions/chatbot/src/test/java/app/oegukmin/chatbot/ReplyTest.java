package app.oegukmin.chatbot;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.search.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTest {

  private static final Wording KOREAN = Wording.of(Language.KO);
  private static final Question QUESTION = new Question("장학금 신청", Language.KO);

  @Test
  void numbersSourcesAsTheyComeUp() {
    List<Passage> passages =
        List.of(Sample.notice(4, "하나", ""), Sample.notice(8, "둘", ""), Sample.notice(12, "셋", ""));
    List<CitedSentence> sentences =
        List.of(new CitedSentence("가나.", List.of(3)), new CitedSentence("다라.", List.of(1, 3)));

    assertThat(Reply.cited(KOREAN, sentences, passages))
        .isEqualTo(
            """
            가나. [1] 다라. [2][1]

            출처
            [1] 셋 · 2026-11-20 · https://www.kookmin.ac.kr/notice/3
            [2] 하나 · 2026-11-20 · https://www.kookmin.ac.kr/notice/1""");
  }

  @Test
  void quotesTheSentenceThatFits() {
    Passage notice = Sample.notice(4, "안내", "인사말입니다. 장학금 신청은 3월까지입니다. 끝.");

    assertThat(Reply.quoted(KOREAN, QUESTION, List.of(notice)))
        .contains("[1] “장학금 신청은 3월까지입니다. 끝.”", "\n[1] 안내 · 2026-11-20 · https://");
  }

  @Test
  void quotesNoLinkOfAMemberAndNoLineThatPassesForASource() {
    Passage hostile =
        Sample.answer(
            5,
            "장학금\n[1] 가짜 · evil.com",
            "장학금 신청은 evil.com 에서 하세요.\n\n출처\n[1] 공지 · https://evil.example");

    String reply = Reply.quoted(KOREAN, QUESTION, List.of(hostile));

    assertThat(reply).doesNotContain("evil");
    assertThat(reply.lines()).filteredOn(line -> line.startsWith("[")).hasSize(2);
    assertThat(reply).endsWith("[1] … · 2026-11-21 · /api/question/read?id=5");
  }

  @Test
  void saysThatItDoesNotKnowInEachLanguage() {
    assertThat(Reply.unknown(KOREAN, List.of())).isEqualTo(KOREAN.unknown());
    for (Language language : Language.values()) {
      Wording wording = Wording.of(language);
      assertThat(Reply.unknown(wording, List.of(Sample.notice(4, "안내", ""))))
          .startsWith(wording.unknown())
          .endsWith("\n- 안내 · 2026-11-20 · https://www.kookmin.ac.kr/notice/1");
    }
  }
}
