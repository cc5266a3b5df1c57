package app.oegukmin.crawler;

import static app.oegukmin.testkit.FakeSite.send;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.testkit.Stack;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Boards none of whose new articles can be read (F-21). */
@Tag("process")
class BrokenBoardTest {

  @RegisterExtension static final Stack STACK = Crawl.stack();

  private static final String VISA = "ciss-visa";
  private static final String BROKEN = "\"Kind\":\"BrokenBoard\"";

  private final Board visa = Boards.load().named(VISA).orElseThrow();
  private Crawl crawl;
  private CampusPages pages;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    crawl = new Crawl(STACK, Map.of("BACKFILL_PAGES", "3"));
    pages = new CampusPages(crawl.site());
    pages.list(visa, 1, 2, 1);
    pages.list(visa, 2);
    pages.articles(visa, 2, 1);
    crawl.runAs("daily", VISA);
  }

  @AfterEach
  void stop() {
    crawl.close();
  }

  @Test
  @DisplayName("F-21: a redesign is told, and what came meanwhile is stored once it can be read")
  void f21_aRedesignIsToldAndNothingIsForgotten() throws Exception {
    pages.list(visa, 1, 4, 3, 2, 1);
    redesigned(4, 3, 2, 1);

    crawl.runAs("schedule", VISA);
    assertThat(times()).isEqualTo(1);
    crawl.runAs("schedule", VISA);
    assertThat(times()).isEqualTo(2);
    pages.list(visa, 1, 2, 1);
    for (int day = 0; day < 5; day++) {
      crawl.runAs("daily", VISA);
    }
    pages.articles(visa, 4, 3, 2, 1);
    crawl.runAs("schedule", VISA);

    assertThat(crawl.titles()).containsExactlyInAnyOrder("4", "3", "2", "1");
  }

  @Test
  @DisplayName("F-21: a redesign is told when its notices come one by one")
  void f21_noticesThatComeOneByOneCountTogether() throws Exception {
    redesigned(4, 3);
    pages.list(visa, 1, 3, 2, 1);
    crawl.runAs("schedule", VISA);
    assertThat(times()).isZero();

    pages.list(visa, 1, 4, 3, 2, 1);
    crawl.runAs("schedule", VISA);

    assertThat(times()).isEqualTo(1);
  }

  @Test
  @DisplayName("F-21: articles that want a login or are refused break a board, too")
  void f21_aLoginIsNoRemoval() throws Exception {
    pages.list(visa, 1, 4, 3, 2, 1);
    crawl.site().answers(url(4), send(403, "text/html", ""));
    crawl.site().html(url(3), "<script>location.href='/login.do'</script>");

    crawl.runAs("schedule", VISA);

    assertThat(times()).isEqualTo(1);
  }

  @Test
  void f21_oneThatCanBeReadMakesItWhole() throws Exception {
    pages.list(visa, 1, 5, 4, 3, 2, 1);
    redesigned(5, 4);
    pages.articles(visa, 3);

    crawl.runAs("schedule", VISA);
    assertThat(times()).isZero();
    crawl.site().forgetRequests();
    crawl.runAs("schedule", VISA);

    assertThat(crawl.site().requests()).containsExactly(CampusPages.listUrl(visa, 1));
  }

  @Test
  @DisplayName("F-21: two that are really gone do not ring every morning")
  void f21_whatIsReallyGoneIsLeftAlone() throws Exception {
    pages.list(visa, 1, 4, 3, 2, 1);
    redesigned(4, 3);
    crawl.runAs("schedule", VISA);

    for (int day = 0; day < 3; day++) {
      crawl.runAs("daily", VISA);
    }

    assertThat(times()).isEqualTo(1);
  }

  @Test
  @DisplayName("F-21: a broken board is not walked through at every run")
  void f21_theWalkEndsAtABrokenPage() throws Exception {
    pages.list(visa, 1, 6, 5);
    pages.list(visa, 2, 4, 3);
    redesigned(6, 5, 4, 3);
    crawl.site().forgetRequests();

    crawl.runAs("schedule", VISA);
    assertThat(crawl.site().requests()).doesNotContain(CampusPages.listUrl(visa, 2));
    pages.articles(visa, 6, 5, 4, 3);
    crawl.runAs("schedule", VISA);

    assertThat(crawl.titles()).containsExactlyInAnyOrder("6", "5", "4", "3", "2", "1");
  }

  @Test
  @DisplayName("F-21: a redesign takes no known notice out")
  void f21_aRedesignRemovesNothing() throws Exception {
    pages.list(visa, 1, 6, 5, 4, 3, 2, 1);
    pages.articles(visa, 6, 5, 4, 3);
    crawl.runAs("daily", VISA);
    redesigned(6, 5, 4, 3, 2, 1);
    pages.list(visa, 1, 6, 5, 4, 3, 1);

    for (int day = 0; day < 5; day++) {
      crawl.runAs("daily", VISA);
    }

    assertThat(crawl.titles()).hasSize(6);
    assertThat(times()).isEqualTo(5);
  }

  private void redesigned(long... numbers) {
    for (long number : numbers) {
      crawl.site().html(url(number), "<html><main>새 모양</main></html>");
    }
  }

  private String url(long number) {
    return CampusPages.articleUrl(visa, number);
  }

  private int times() {
    return crawl.metrics().split(BROKEN, -1).length - 1;
  }
}
