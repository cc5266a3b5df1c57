package app.oegukmin.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.testkit.FakeSite;
import app.oegukmin.testkit.Stack;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class RecheckTest {

  @RegisterExtension static final Stack STACK = Crawl.stack();

  private static final String VISA = "ciss-visa";
  private static final long[] SIX = {6, 5, 4, 3, 2, 1};

  private final Board visa = Boards.load().named(VISA).orElseThrow();
  private Crawl crawl;
  private CampusPages pages;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    crawl = new Crawl(STACK, Map.of("REREAD_ARTICLES", "4"));
    pages = new CampusPages(crawl.site());
    pages.list(visa, 1, SIX);
    pages.list(visa, 2);
    pages.articles(visa, SIX);
    crawl.runAs("daily", VISA);
  }

  @AfterEach
  void stop() {
    crawl.close();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void dN2_anEditIsNoticedByTheDailyRunAndByNoOther(Language language) throws Exception {
    pages.article(visa, 5, "<p>고친 본문</p>");

    crawl.runAs("schedule", VISA);
    assertThat(changed()).isZero();
    crawl.runAs("daily", VISA);

    assertThat(changed()).isEqualTo(1);
    assertThat(crawl.rows(language, "유학생 비자공지")).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"daily", "manual"})
  void dN4_whatCouldNotBeReadIsTriedAgainByADailyRunAndByAPerson(String source) throws Exception {
    pages.list(visa, 1, 7, 6, 5, 4, 3, 2, 1);
    crawl.site().html(CampusPages.articleUrl(visa, 7), "<p>점검 중입니다</p>");
    crawl.runAs("schedule", VISA);
    pages.articles(visa, 7);
    crawl.site().forgetRequests();
    crawl.runAs("schedule", VISA);
    assertThat(crawl.site().requests()).doesNotContain(CampusPages.articleUrl(visa, 7));

    crawl.runAs(source, VISA);

    assertThat(crawl.rows(Language.KO, "유학생 비자공지")).hasSize(7);
  }

  @Test
  @DisplayName("F-37: a mistyped date can be corrected")
  void f37_aCorrectedDateMovesTheNoticeToItsPlace() throws Exception {
    String mistyped = CampusPages.html(visa, 7, "<p>본문</p>").replace("2026-11-20", "2062-11-20");
    pages.list(visa, 1, 7, 6, 5, 4, 3, 2, 1);
    crawl.site().html(CampusPages.articleUrl(visa, 7), mistyped);
    crawl.runAs("schedule", VISA);
    assertThat(crawl.titles().getFirst()).isEqualTo("7");

    crawl
        .site()
        .html(CampusPages.articleUrl(visa, 7), mistyped.replace("2062-11-20", "2026-11-19"));
    crawl.runAs("daily", VISA);

    assertThat(crawl.titles()).hasSize(7);
    assertThat(crawl.titles().getLast()).isEqualTo("7");
    crawl.runAs("daily", VISA);
    assertThat(crawl.titles()).hasSize(7);
  }

  @Test
  void onlyTheNewestAreReadAgain() throws Exception {
    crawl.site().forgetRequests();

    crawl.runAs("daily", VISA);

    assertThat(crawl.site().requests())
        .containsExactly(
            CampusPages.listUrl(visa, 1),
            CampusPages.articleUrl(visa, 6),
            CampusPages.articleUrl(visa, 5),
            CampusPages.articleUrl(visa, 4),
            CampusPages.articleUrl(visa, 3));
  }

  @Test
  void whatIsPinnedIsReadAgainInItsTurn() throws Exception {
    pages.pinned(visa, new long[] {1, 2, 3, 4}, 6, 5);
    crawl.site().forgetRequests();

    crawl.runAs("daily", VISA);

    assertThat(crawl.site().requests())
        .contains(CampusPages.articleUrl(visa, 6), CampusPages.articleUrl(visa, 5))
        .doesNotContain(CampusPages.articleUrl(visa, 1));
  }

  @Test
  void whatThreeDaysAgreeOnIsRemoved() throws Exception {
    removed(4);

    crawl.runAs("daily", VISA);
    crawl.runAs("schedule", VISA);
    crawl.runAs("daily", VISA);
    assertThat(crawl.titles()).contains("4");
    crawl.runAs("daily", VISA);

    for (Language language : Language.values()) {
      assertThat(crawl.rows(language, "유학생 비자공지"))
          .extracting(NoticeRow::title)
          .containsExactlyInAnyOrder("6", "5", "3", "2", "1");
    }
    assertThat(crawl.board(VISA).number("removed")).isEqualTo(1);
  }

  @Test
  void whatComesBackBetweenIsCountedAnew() throws Exception {
    removed(4);
    crawl.runAs("daily", VISA);
    crawl.runAs("daily", VISA);
    pages.articles(visa, 4);
    crawl.runAs("daily", VISA);
    removed(4);
    crawl.runAs("daily", VISA);
    crawl.runAs("daily", VISA);

    assertThat(crawl.titles()).hasSize(6);
  }

  @Test
  void whatTheListHasLostButTheSiteStillHasStays() throws Exception {
    pages.list(visa, 1, 6, 5, 3, 2, 1);

    for (int day = 0; day < 5; day++) {
      crawl.runAs("daily", VISA);
    }

    assertThat(crawl.titles()).hasSize(6);
  }

  @Test
  void anOutageIsNoRemoval() throws Exception {
    pages.list(visa, 1, 6, 5, 3, 2, 1);
    crawl.site().answers(CampusPages.articleUrl(visa, 4), FakeSite.send(500, "text/html", ""));

    for (int day = 0; day < 5; day++) {
      crawl.runAs("daily", VISA);
    }

    assertThat(crawl.titles()).hasSize(6);
  }

  @Test
  void whatMovedToTheNextPageIsNotMissing() throws Exception {
    pages.articles(visa, 9, 8, 7);
    pages.list(visa, 1, 9, 8, 7, 6, 5, 4);
    crawl.site().forgetRequests();

    for (int day = 0; day < 4; day++) {
      crawl.runAs("daily", VISA);
    }

    assertThat(crawl.titles()).hasSize(9);
    assertThat(crawl.metrics()).doesNotContain("\"Trouble\"");
    assertThat(crawl.site().requests()).doesNotContain(CampusPages.articleUrl(visa, 1));
  }

  @Test
  void whenMoreThanAFifthVanishesNothingIsRemovedAndAMetricTells() throws Exception {
    removed(4, 5);

    for (int day = 0; day < 5; day++) {
      crawl.runAs("daily", VISA);
    }

    assertThat(crawl.titles()).hasSize(6);
    assertThat(crawl.metrics()).contains("\"Kind\":\"VanishedBoard\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "4 2"})
  @DisplayName("F-27: a board of fewer than five articles loses a deleted one, without an alarm")
  void f27_aSmallBoardLosesWhatIsDeleted(String deleted) throws Exception {
    STACK.clear();
    pages.list(visa, 1, 4, 3, 2);
    crawl.runAs("daily", VISA);
    long[] gone = Stream.of(deleted.split(" ")).mapToLong(Long::parseLong).toArray();
    removed(gone);
    pages.list(visa, 1, LongStream.of(4, 3, 2).filter(each -> !contains(gone, each)).toArray());

    for (int day = 0; day < 3; day++) {
      crawl.runAs("daily", VISA);
    }

    assertThat(crawl.titles()).hasSize(3 - gone.length);
    assertThat(crawl.metrics()).doesNotContain("\"Trouble\"");
  }

  @Test
  void aBoardThatYieldsNothingRaisesAMetric() throws Exception {
    assertThat(crawl.metrics()).isEmpty();

    pages.list(visa, 1);
    crawl.runAs("schedule", VISA);
    assertThat(crawl.metrics()).contains("\"Kind\":\"EmptyBoard\"");

    crawl.site().html(CampusPages.listUrl(visa, 1), "<form><input type=password></form>");
    crawl.runAs("daily", VISA);
    assertThat(crawl.metrics().split("\"Kind\":\"EmptyBoard\"", -1)).hasSize(3);
    assertThat(crawl.titles()).hasSize(6);
  }

  private void removed(long... numbers) {
    long[] left = Arrays.stream(SIX).filter(each -> !contains(numbers, each)).toArray();
    pages.list(visa, 1, left);
    for (long number : numbers) {
      crawl.site().html(CampusPages.articleUrl(visa, number), "<html><p>없음</p></html>");
    }
  }

  private static boolean contains(long[] numbers, long number) {
    return LongStream.of(numbers).anyMatch(each -> each == number);
  }

  private long changed() {
    return crawl.board(VISA).findNumber("changed").orElse(0L);
  }
}
