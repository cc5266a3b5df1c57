package app.oegukmin.local.campus;

import static app.oegukmin.local.campus.PhraseBook.CHINESE;
import static app.oegukmin.local.campus.PhraseBook.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PhraseBookTest {

  private final PhraseBook phrases =
      PhraseBook.of(
          """
          문의
          Contact
          咨询

          교무팀
          Academic Affairs Team
          教务组

          신청 기간
          Application period
          申请期间

          {} 수강신청 안내
          Course registration for {}
          {}选课通知

          수수료는 1,000원이며 3일 안에 냅니다.
          Pay the fee within 3 days: 1,000 won.
          手续费为1,000韩元，请在3天内缴纳。
          """);

  @Test
  void knowsAPhrase() {
    assertThat(phrases.translate("교무팀", ENGLISH)).isEqualTo("Academic Affairs Team");
    assertThat(phrases.translate("교무팀", CHINESE)).isEqualTo("教务组");
  }

  @Test
  void aPhraseHoldsForOtherNumbersInAnyOrder() {
    assertThat(phrases.translate("수수료는 60,000원이며 14일 안에 냅니다.", ENGLISH))
        .isEqualTo("Pay the fee within 14 days: 60,000 won.");
  }

  @Test
  void namesSemestersAndDays() {
    assertThat(phrases.translate("2027학년도 1학기 수강신청 안내", ENGLISH))
        .isEqualTo("Course registration for Spring 2027");
    assertThat(phrases.translate("2027학년도 1학기 수강신청 안내", CHINESE)).isEqualTo("2027学年第1学期选课通知");
    assertThat(phrases.translate("2026. 12. 3.(목) 10:00", ENGLISH))
        .isEqualTo("Thu, Dec 3, 2026 10:00");
    assertThat(phrases.translate("2026. 12. 3.(목)", CHINESE)).isEqualTo("2026年12月3日（周四）");
  }

  @Test
  void putsALineTogetherFromPhrases() {
    assertThat(phrases.translate("※ 문의: 교무팀 (02-000-1201)", ENGLISH))
        .isEqualTo("※ Contact: Academic Affairs Team (02-000-1201)");
    assertThat(phrases.translate("■ 신청 기간: 2026. 12. 3.(목) ~ 2026. 12. 4.(금) 17:00", ENGLISH))
        .isEqualTo("■ Application period: Thu, Dec 3, 2026 ~ Fri, Dec 4, 2026 17:00");
  }

  @Test
  void whatItDoesNotKnowStaysBehindAMark() {
    assertThat(phrases.translate("문의: 새로운 팀", ENGLISH)).isEqualTo("[EN] 문의: 새로운 팀");
    assertThat(phrases.translate("새로운 팀", CHINESE)).isEqualTo("[ZH] 새로운 팀");
    assertThat(phrases.find("새로운 팀", ENGLISH)).isEmpty();
  }

  @Test
  void whatIsNotKoreanStays() {
    assertThat(phrases.translate("TOPIK 4 (D-2)", ENGLISH)).isEqualTo("TOPIK 4 (D-2)");
  }

  @Test
  void refusesABlockThatLacksALine() {
    assertThatThrownBy(() -> PhraseBook.of("문의\nContact"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("문의");
  }
}
