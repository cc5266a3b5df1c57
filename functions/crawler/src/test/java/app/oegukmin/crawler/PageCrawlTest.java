package app.oegukmin.crawler;

import static app.oegukmin.crawler.OfficialPages.article;
import static app.oegukmin.crawler.OfficialPages.list;
import static app.oegukmin.crawler.OfficialPages.listUrl;
import static app.oegukmin.crawler.OfficialPages.pinned;
import static app.oegukmin.crawler.OfficialPages.row;
import static app.oegukmin.crawler.OfficialPages.rows;
import static app.oegukmin.crawler.OfficialPages.url;
import static app.oegukmin.testkit.FakeSite.send;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.crawler.site.Fixtures;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.testkit.FakeSite;
import app.oegukmin.testkit.Stack;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class PageCrawlTest {

  @RegisterExtension static final Stack STACK = Crawl.stack();

  private static final String ACADEMIC = "official-academic";
  private static final int PLENTY = 900_000;

  private Crawl crawl;
  private FakeSite site;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    crawl = new Crawl(STACK, Map.of("BACKFILL_PAGES", "3"));
    site = crawl.site();
    articles(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @AfterEach
  void stop() {
    crawl.close();
  }

  @Test
  void dN1_noticesOfOtherDaysAreTakenToo() throws Exception {
    site.html(listUrl(4, 1), list(rows(4, 2, 1)));
    site.html(url(4, 2), article("어젯밤", "2026.11.19", ""));
    site.html(url(4, 1), article("지난해", "2025.11.20", ""));

    crawl.run(ACADEMIC);

    assertThat(crawl.titles()).containsExactly("어젯밤", "지난해");
  }

  @Test
  void dN1_afterAnOutagePagesAreWalkedBackToAKnownArticle() throws Exception {
    site.html(listUrl(4, 1), list(rows(4, 2, 1)));
    crawl.run(ACADEMIC);

    site.html(listUrl(4, 1), list(rows(4, 6, 5)));
    site.html(listUrl(4, 2), list(rows(4, 4, 3, 2)));
    site.forgetRequests();
    crawl.run(ACADEMIC);

    assertThat(crawl.titles()).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6");
    assertThat(site.requests()).contains(listUrl(4, 2)).doesNotContain(listUrl(4, 3));
  }

  @Test
  void walksNoFurtherThanTold() throws Exception {
    for (int page = 1; page <= 4; page++) {
      site.html(listUrl(4, page), list(rows(4, 9 - page)));
    }

    crawl.run(ACADEMIC);

    assertThat(crawl.titles()).containsExactlyInAnyOrder("8", "7", "6");
    assertThat(crawl.board(ACADEMIC).attributes().get("walked").ns())
        .containsExactlyInAnyOrder("1", "2", "3");
    assertThat(crawl.board(ACADEMIC).attributes().get("sent").ns())
        .containsExactlyInAnyOrder("2", "3");
  }

  @Test
  @DisplayName("F-26: BackfillPages limits the first sight of a board, and no later run")
  void f26_laterRunsWalkUntilTheyMeetWhatIsKnown() throws Exception {
    site.html(listUrl(4, 1), list(rows(4, 1)));
    crawl.run(ACADEMIC);

    for (int page = 1; page <= 8; page++) {
      site.html(listUrl(4, page), list(rows(4, 9 - page)));
    }
    crawl.runAs("schedule", ACADEMIC);

    assertThat(crawl.titles()).hasSize(8);
    assertThat(crawl.metrics()).doesNotContain("\"Trouble\"");
  }

  @Test
  @DisplayName("F-26: a walk that ends at a limit is told")
  void f26_tellsThatALimitWasHit() throws Exception {
    site.html(listUrl(4, 1), list(rows(4, 1)));
    crawl.run(ACADEMIC);

    for (int page = 1; page <= 101; page++) {
      // Articles that are gone already: how far it walks counts, not what it reads.
      site.html(listUrl(4, page), list(rows(4, 200 - page)));
    }
    crawl.runAs("schedule", ACADEMIC);

    assertThat(site.requests()).contains(listUrl(4, 100)).doesNotContain(listUrl(4, 101));
    assertThat(crawl.metrics()).containsOnlyOnce("\"Kind\":\"LimitedBoard\"");
  }

  @Test
  @DisplayName("F-26: a site that ignores the page's number is not walked without end")
  void f26_aListThatRepeatsItselfIsAtItsEnd() throws Exception {
    site.html(listUrl(4, 1), list(rows(4, 1)));
    crawl.run(ACADEMIC);

    for (int page = 1; page <= 9; page++) {
      site.html(listUrl(4, page), list(rows(4, 8, 7)));
    }
    crawl.runAs("schedule", ACADEMIC);

    assertThat(site.requests()).doesNotContain(listUrl(4, 4));
    assertThat(crawl.metrics()).doesNotContain("\"Trouble\"");
  }

  @Test
  void stopsAtTheEndOfTheList() throws Exception {
    site.html(listUrl(4, 1), list(rows(4, 1)));

    assertThat(crawl.run(ACADEMIC)).isEmpty();

    assertThat(site.requests()).contains(listUrl(4, 2)).doesNotContain(listUrl(4, 3));
  }

  @Test
  void dN1_whatIsPostedDuringAWalkDoesNotEndIt() throws Exception {
    site.html(listUrl(4, 1), list(rows(4, 6, 5, 4)));
    site.html(listUrl(4, 2), list(rows(4, 4, 3)));
    site.html(listUrl(4, 3), list(rows(4, 2, 1)));

    crawl.run(ACADEMIC);

    assertThat(crawl.titles()).containsExactlyInAnyOrder("6", "5", "4", "3", "2", "1");
  }

  @Test
  void aKnownPinnedPostDoesNotEndTheWalk() throws Exception {
    site.html(listUrl(4, 1), list(pinned(4, 1)));
    crawl.run(ACADEMIC);

    site.html(listUrl(4, 1), list(pinned(4, 1), row(4, 3)));
    site.html(listUrl(4, 2), list(pinned(4, 1), row(4, 2)));
    site.html(listUrl(4, 3), list(pinned(4, 1)));
    crawl.run(ACADEMIC);

    assertThat(crawl.titles()).containsExactlyInAnyOrder("1", "2", "3");
  }

  @Test
  void aRunWithoutNewsCostsOneRequestAndChangesNoNotice() throws Exception {
    site.html(listUrl(4, 1), list(pinned(4, 1), row(4, 2)));
    crawl.run(ACADEMIC);
    var before = crawl.rows(Language.KO, "학사공지");

    site.forgetRequests();
    crawl.run(ACADEMIC);

    assertThat(site.requests()).containsExactly(listUrl(4, 1));
    assertThat(crawl.rows(Language.KO, "학사공지")).isEqualTo(before);
    assertThat(crawl.board(ACADEMIC).number("added")).isZero();
  }

  @Test
  void dN2_noticesOfOneTitleAreTwo() throws Exception {
    site.html(listUrl(4, 1), list(rows(4, 2, 1)));
    site.html(url(4, 2), article("장학금 안내", "2026.11.20", "둘째"));
    site.html(url(4, 1), article("장학금 안내", "2026.11.20", "첫째"));

    crawl.run(ACADEMIC);

    assertThat(crawl.titles()).containsExactly("장학금 안내", "장학금 안내");
  }

  @Test
  void dN2_anArticleThatComesAgainIsOne() throws Exception {
    site.html(listUrl(4, 1), list(pinned(4, 1), row(4, 1)));
    crawl.run(ACADEMIC);
    site.html(url(4, 1), article("새 제목", "2026.11.20", ""));
    site.html(listUrl(4, 1), list(row(4, 1).replace("currentPageNo=1", "currentPageNo=9")));
    crawl.run(ACADEMIC);

    assertThat(crawl.titles()).hasSize(1);
  }

  @Test
  void dN4_whatCannotBeReadStopsNothingElse() throws Exception {
    site.html(listUrl(4, 1), list("<li><a>빈 줄</a></li>", pinned(4, 4), row(4, 3), row(4, 2)));
    site.html(url(4, 4), article("날짜 없음", "미정", ""));
    site.answers(url(4, 3), send(404, "text/html", ""));

    assertThat(crawl.run(ACADEMIC)).isEmpty();

    assertThat(crawl.titles()).containsExactly("2");
    assertThat(crawl.board(ACADEMIC).number("failed")).isEqualTo(1);
    assertThat(crawl.board(ACADEMIC).number("gone")).isEqualTo(1);
  }

  @Test
  void dN4_anArticleThatFailsForNowComesAgain() throws Exception {
    site.html(listUrl(4, 1), list(rows(4, 2, 1)));
    site.answers(url(4, 2), send(500, "text/html", ""));

    var again = crawl.run(ACADEMIC);
    assertThat(again).extracting(CrawlPage::page).containsExactly(1);
    assertThat(crawl.titles()).containsExactly("1");

    articles(2);
    assertThat(crawl.deliver(again.getFirst(), new FakeContext())).isTrue();
    assertThat(crawl.titles()).containsExactlyInAnyOrder("2", "1");
  }

  @Test
  void dN4_aBoardWithoutAListStopsNoOther() throws Exception {
    site.html(listUrl(4, 1), "<p>점검 중입니다</p>");
    site.html(listUrl(7, 1), list(rows(7, 1)));
    site.html(listUrl(7, 2), list());
    site.html(url(7, 1), article("장학금", "2026.11.20", ""));

    assertThat(crawl.run(ACADEMIC, "official-scholarship"))
        .extracting(CrawlPage::board)
        .containsExactly(ACADEMIC);

    assertThat(crawl.titles()).containsExactly("장학금");
    assertThat(crawl.board(ACADEMIC).number("failed")).isEqualTo(1);
  }

  @Test
  void anArticleThatIsGoneIsNotStored() throws Exception {
    site.html(listUrl(4, 1), list(rows(4, 2, 1)));
    site.html(url(4, 2), Fixtures.text("official/article-gone.html"));

    assertThat(crawl.run(ACADEMIC)).isEmpty();

    assertThat(crawl.titles()).containsExactly("1");
    assertThat(crawl.board(ACADEMIC).number("gone")).isEqualTo(1);
  }

  @Test
  void stopsBeforeItsTimeIsOverAndGoesOnByAnotherMessage() throws Exception {
    site.html(listUrl(4, 1), list(rows(4, 3, 2, 1)));
    crawl.begin(ACADEMIC);
    CrawlPage page = crawl.next().orElseThrow();

    assertThat(crawl.deliver(page, new FakeContext(PLENTY, 1000))).isTrue();

    assertThat(crawl.titles()).containsExactly("3");
    assertThat(crawl.next()).contains(page.next(1));
    assertThat(crawl.next()).contains(page.rest());
    assertThat(crawl.deliver(page.rest(), new FakeContext())).isTrue();
    assertThat(crawl.titles()).containsExactlyInAnyOrder("3", "2", "1");
  }

  @Test
  void withoutTimeForASingleArticleTheMessageComesAgain() throws Exception {
    site.html(listUrl(4, 1), list(rows(4, 1)));
    crawl.begin(ACADEMIC);

    assertThat(crawl.deliver(crawl.next().orElseThrow(), new FakeContext(1000))).isFalse();

    assertThat(crawl.titles()).isEmpty();
  }

  private void articles(long... numbers) {
    for (long number : numbers) {
      site.html(url(4, number), article(Long.toString(number), "2026.11.20", ""));
    }
  }
}
