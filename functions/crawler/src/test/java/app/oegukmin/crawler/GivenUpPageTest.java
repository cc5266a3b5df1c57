package app.oegukmin.crawler;

import static app.oegukmin.crawler.OfficialPages.article;
import static app.oegukmin.crawler.OfficialPages.list;
import static app.oegukmin.crawler.OfficialPages.listUrl;
import static app.oegukmin.crawler.OfficialPages.rows;
import static app.oegukmin.crawler.OfficialPages.url;
import static app.oegukmin.testkit.FakeSite.send;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.FakeSite;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What later runs do with a list page that went to the dead letters (F-63). */
@Tag("process")
class GivenUpPageTest {

  @RegisterExtension static final Stack STACK = Crawl.stack();

  private static final String ACADEMIC = "official-academic";

  private Crawl crawl;
  private FakeSite site;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    crawl = new Crawl(STACK, Map.of("BACKFILL_PAGES", "3"));
    site = crawl.site();
    for (int number = 1; number <= 20; number++) {
      site.html(url(4, number), article(Integer.toString(number), "2026.11.20", ""));
    }
  }

  @AfterEach
  void stop() {
    crawl.close();
  }

  @Test
  @DisplayName("F-63: a page that was given up is read by a later run, and what lies behind it")
  void f63_laterRunsReadWhatWasGivenUp() throws Exception {
    seen(1);
    site.html(listUrl(4, 1), list(rows(4, 7, 6)));
    fails(listUrl(4, 2));
    site.html(listUrl(4, 3), list(rows(4, 3, 2, 1)));
    giveUp();
    assertThat(crawl.titles()).containsExactlyInAnyOrder("7", "6", "1");

    site.html(listUrl(4, 2), list(rows(4, 5, 4)));
    crawl.runAs("schedule", ACADEMIC);

    assertThat(crawl.titles()).hasSize(7);
    site.forgetRequests();
    crawl.runAs("schedule", ACADEMIC);
    assertThat(site.requests()).containsExactly(listUrl(4, 1));
  }

  @Test
  @DisplayName("F-63: it is found where what was posted meanwhile has moved it")
  void f63_findsWhatHasMovedOn() throws Exception {
    seen(1);
    site.html(listUrl(4, 1), list(rows(4, 7, 6)));
    fails(listUrl(4, 2));
    giveUp();

    site.html(listUrl(4, 1), list(rows(4, 12, 11)));
    site.html(listUrl(4, 2), list(rows(4, 10, 9)));
    site.html(listUrl(4, 3), list(rows(4, 8, 7)));
    site.html(listUrl(4, 4), list(rows(4, 6, 5)));
    site.html(listUrl(4, 5), list(rows(4, 4, 3)));
    site.html(listUrl(4, 6), list(rows(4, 2, 1)));
    crawl.runAs("schedule", ACADEMIC);

    assertThat(crawl.titles()).hasSize(12);
  }

  @Test
  @DisplayName("F-63: so it is with a page whose host wanted to be left alone in the midst of it")
  void f63_readsTheRestOfAPageWhoseHostFellSilent() throws Exception {
    seen(1);
    site.html(listUrl(4, 1), list(rows(4, 7, 6)));
    site.html(listUrl(4, 2), list(rows(4, 5, 4, 3)));
    site.html(listUrl(4, 3), list(rows(4, 2, 1)));
    site.answers(url(4, 4), send(429, "text/html", ""));
    giveUp();
    assertThat(crawl.titles()).contains("5").doesNotContain("4", "3");

    site.html(url(4, 4), article("4", "2026.11.20", ""));
    site.html(listUrl(4, 1), list(rows(4, 9, 8, 7)));
    site.html(listUrl(4, 2), list(rows(4, 6, 5)));
    site.html(listUrl(4, 3), list(rows(4, 4, 3, 2)));
    crawl.runAs("schedule", ACADEMIC);

    assertThat(crawl.titles()).hasSize(9);
  }

  @Test
  @DisplayName("F-63: at a board's first sight no more pages are read than told")
  void f63_aFirstSightStaysLimited() throws Exception {
    fails(listUrl(4, 2));
    for (int page = 1; page <= 9; page += page == 1 ? 2 : 1) {
      site.html(listUrl(4, page), list(rows(4, 11 - page)));
    }
    giveUp();
    assertThat(crawl.titles()).containsExactly("10");

    site.html(listUrl(4, 2), list(rows(4, 9)));
    crawl.runAs("schedule", ACADEMIC);
    crawl.runAs("schedule", ACADEMIC);

    assertThat(crawl.titles()).containsExactly("10", "9", "8");
  }

  @Test
  @DisplayName("F-63: while the page still fails one run at a time asks for it")
  void f63_oneRunAtATimeWalks() throws Exception {
    seen(1);
    site.html(listUrl(4, 1), list(rows(4, 7, 6)));
    fails(listUrl(4, 2));
    giveUp();

    for (int run = 0; run < 3; run++) {
      crawl.beginAs("schedule", ACADEMIC);
      while (crawl.queue().deliver(1) > 0) {
        assertThat(crawl.queue().failed()).hasSizeLessThan(2);
      }
    }

    assertThat(crawl.queue().failed()).singleElement().asString().contains("\"page\":2");
  }

  @Test
  @DisplayName("F-63: what lies behind a page of a broken board is read once it is mended")
  void f63_readsWhatLiesBehindABrokenPage() throws Exception {
    seen(1);
    site.html(listUrl(4, 1), list(rows(4, 7, 6)));
    site.html(listUrl(4, 2), list(rows(4, 5, 4)));
    site.html(listUrl(4, 3), list(rows(4, 3, 2, 1)));
    site.html(url(4, 5), "<form>로그인</form>");
    site.html(url(4, 4), "<form>로그인</form>");
    crawl.runAs("schedule", ACADEMIC);
    assertThat(crawl.titles()).containsExactlyInAnyOrder("7", "6", "1");

    site.html(url(4, 5), article("5", "2026.11.20", ""));
    site.html(url(4, 4), article("4", "2026.11.20", ""));
    crawl.runAs("schedule", ACADEMIC);
    crawl.runAs("schedule", ACADEMIC);

    assertThat(crawl.titles()).hasSize(7);
  }

  /** A run sees the board when it has one article. */
  private void seen(long number) throws Exception {
    site.html(listUrl(4, 1), list(rows(4, number)));
    crawl.runAs("schedule", ACADEMIC);
  }

  private void fails(String url) {
    site.answers(url, send(500, "text/html", ""));
  }

  /** A run whose page ends in the dead letters. */
  private void giveUp() throws Exception {
    crawl.beginAs("schedule", ACADEMIC);
    while (STACK.take("CrawlDeadLetters").isEmpty()) {
      crawl.queue().deliver(1);
      crawl.clock().advance(Duration.ofMinutes(16));
    }
  }
}
