package app.oegukmin.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlPage.Purpose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GapTest {

  private static final String BOARD = "official-academic";

  private final CrawlPage first = CrawlPage.first("2026-11-20T09:00", BOARD, Purpose.OFTEN);
  private final CrawlPage other = CrawlPage.first("2026-11-20T09:30", BOARD, Purpose.OFTEN);
  private final CrawlPage daily = CrawlPage.first("2026-11-20T10:00", BOARD, Purpose.DAILY);
  private final Gap gap = Gap.NONE.with(first.next(9), false);

  @Test
  @DisplayName("F-63: one run at a time walks, but the daily one does in any case")
  void f63_oneRunWalks() {
    assertThat(gap.isWalkedBy(other)).isTrue();
    assertThat(gap.isWalkedBy(other.next(9))).isFalse();

    Gap walked = gap.sent(other.next(9));

    assertThat(walked.isWalkedBy(other.next(9))).isTrue();
    assertThat(walked.isWalkedBy(first)).isFalse();
    assertThat(walked.isWalkedBy(daily)).isTrue();
    assertThat(Gap.NONE.isWalkedBy(daily)).isFalse();
  }

  @Test
  @DisplayName("F-63: a page that comes again sends no other walk on its way")
  void f63_aPageThatComesAgainGoesOnOnce() {
    assertThat(gap.sent(other.next(9)).isWalkedBy(other)).isFalse();
  }

  @Test
  @DisplayName("F-63: when a page of the walk is given up itself, the next run begins anew")
  void f63_whatTheWalkGivesUpIsWalkedAgain() {
    Gap again = gap.sent(other.next(9)).with(other.next(9).next(5), false);

    assertThat(again).isEqualTo(new Gap(5, false, "", 0));
    assertThat(again.isWalkedBy(other.next(9).next(5))).isFalse();
    assertThat(again.isWalkedBy(CrawlPage.first("2026-11-20T12:00", BOARD, Purpose.OFTEN)))
        .isTrue();
  }

  @Test
  void isReadAsItIsWritten() {
    Gap walked = gap.sent(other.next(9));

    assertThat(Gap.of(walked.json())).isEqualTo(walked);
    assertThat(Gap.of("{\"until\":9,\"first\":false,\"run\":\"\",\"page\":0,\"later\":1}"))
        .isEqualTo(gap);
  }
}
