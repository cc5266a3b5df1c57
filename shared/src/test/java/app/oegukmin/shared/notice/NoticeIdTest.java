package app.oegukmin.shared.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.language.Language;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NoticeIdTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 3);

  @Test
  void comesBackFromItsNumber() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      LocalDate day = LocalDate.ofEpochDay(random.nextInt(65_535));
      long article = NoticeId.article(day, random.nextInt(64), random.nextInt(1 << 27));
      for (Language language : Language.values()) {
        NoticeId id = new NoticeId(article, language);
        assertThat(NoticeId.of(id.value())).contains(id);
      }
    }
  }

  @Test
  void staysBelowTwoToThe53() {
    long article = NoticeId.article(LocalDate.MAX, 63, Long.MAX_VALUE);
    assertThat(new NoticeId(article, Language.ZH).value()).isPositive().isLessThan(1L << 53);
  }

  @Test
  @DisplayName("D-N11: a later date is a higher id whatever the article's number")
  void dN11_ordersByWrittenDate() {
    long older = NoticeId.article(DAY, 1, 90_010);
    long newer = NoticeId.article(DAY.plusDays(1), 1, 3);
    assertThat(newer).isGreaterThan(older);
  }

  @Test
  void ordersOneDayByArticleNumber() {
    assertThat(NoticeId.article(DAY, 1, 90_010)).isGreaterThan(NoticeId.article(DAY, 1, 90_009));
  }

  @Test
  void tellsSitesApart() {
    assertThat(NoticeId.article(DAY, 1, 5)).isNotEqualTo(NoticeId.article(DAY, 2, 5));
  }

  @Test
  void refusesASiteOutOfRange() {
    assertThatThrownBy(() -> NoticeId.article(DAY, 64, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsNoNoticeWithAnUnusedLanguageCode() {
    assertThat(NoticeId.of(7)).isEmpty();
    assertThat(NoticeId.of(0)).isEmpty();
    assertThat(NoticeId.of(-4)).isEmpty();
  }
}
