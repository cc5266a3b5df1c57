package app.oegukmin.chatbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.search.Passage;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {

  private static final List<Passage> FOUND =
      List.of(
          Sample.notice(4, "교환학생 모집 안내", "지원서는 국제처에 제출합니다."),
          Sample.notice(8, "성적우수 장학금 신청 안내", "장학금 신청 기간은 3월 2일부터 3월 13일까지입니다."),
          Sample.notice(9, "EN-US", "Merit scholarship", "Apply for scholarships by March 13."),
          Sample.notice(10, "ZH", "优秀奖学金申请通知", "奖学金申请截止日期为3月13日。"));

  private static Ranking ranking(String question, Language language) {
    return Ranking.of(new Question(question, language), FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "장학금 신청은 언제까지 하나요?, KO, 8",
    "장학금신청 마감 알려 주세요, KO, 8",
    "교환학생은 어디에 지원서를 내나요?, KO, 4",
    "How do I apply for a scholarship?, EN_US, 9",
    "奖学金申请截止到什么时候？, ZH, 10",
  })
  void putsWhatFitsFirst(String question, Language language, long first) {
    Ranking ranking = ranking(question, language);

    assertThat(ranking.known()).isTrue();
    assertThat(ranking.best().getFirst().id()).isEqualTo(first);
  }

  @Test
  void showsANoticeOnceInTheAskedLanguage() {
    assertThat(ranking("장학금 신청", Language.ZH).best())
        .extracting(Passage::id)
        .containsExactly(10L, 4L);
  }

  @ParameterizedTest
  @CsvSource({
    "내일 날씨 어때요?, KO",
    "What will the weather be like tomorrow?, EN_US",
    "明天天气怎么样？, ZH",
    "어떻게 하나요?, KO",
    "???, KO",
    "the the the, EN_US"
  })
  void knowsNothingOfOtherThings(String question, Language language) {
    Ranking ranking = ranking(question, language);

    assertThat(ranking.known()).isFalse();
    assertThat(ranking.nearest()).hasSize(2);
  }

  @Test
  void findsNoWordAcrossTwoWords() {
    Passage days = Sample.notice(4, "체육대회 안내", "■ 일시: 12월 1일");

    Question question = new Question("내일 날씨 어때요?", Language.KO);
    assertThat(Ranking.of(question, List.of(days)).fits()).isZero();
  }

  @Test
  void knowsWhatHalfOfTheWordsAreIn() {
    assertThat(ranking("장학금 날씨요", Language.KO).fits()).isEqualTo(0.5);
    assertThat(ranking("장학금 날씨요", Language.KO).known()).isTrue();
    assertThat(ranking("장학금 날씨예보", Language.KO).known()).isFalse();
  }

  @Test
  void countsWordsLittleThatAreEverywhere() {
    assertThat(ranking("한국 대학교 유학생 장학금", Language.KO).known()).isTrue();
    assertThat(ranking("한국 대학교 유학생 날씨", Language.KO).known()).isFalse();
  }

  @Test
  void findsPartsOfLongWords() {
    assertThat(ranking("국가장학금신청", Language.KO).fits()).isCloseTo(5 / 7.0, within(1e-9));
    assertThat(ranking("优秀奖学金评选", Language.ZH).fits()).isCloseTo(5 / 7.0, within(1e-9));
  }

  @Test
  void takesQuestionsAndHelpForNoSource() {
    Passage question = new Passage("question", 1, "", "장학금 신청", "2026-11-20", "/x", "장학금 신청", 9);

    assertThat(Ranking.of(new Question("장학금 신청", Language.KO), List.of(question)).best()).isEmpty();
  }

  @Test
  void takesAnAnswerForASourceThatThreeMembersLike() {
    List<Passage> answers =
        List.of(Sample.answer(5, "질문", "장학금 신청", 3), Sample.answer(6, "질문", "장학금 신청", 2));

    assertThat(Ranking.of(new Question("장학금 신청", Language.KO), answers).best())
        .extracting(Passage::id)
        .containsExactly(5L);
  }

  @Test
  void givesAModelFewPassages() {
    List<Passage> many =
        LongStream.range(1, 30).mapToObj(id -> Sample.notice(4 * id, "장학금", "장학금")).toList();

    assertThat(Ranking.of(new Question("장학금", Language.KO), many).best()).hasSize(5);
  }
}
