package app.oegukmin.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.testkit.FakeSite;
import app.oegukmin.testkit.Stack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the message of a daily run does when it comes more than once, as any message may. */
@Tag("process")
class RepeatedDailyTest {

  @RegisterExtension static final Stack STACK = Crawl.stack();

  private static final String VISA = "ciss-visa";
  private static final int DELIVERIES = 3;

  private final Board visa = Boards.load().named(VISA).orElseThrow();
  private Crawl crawl;
  private CampusPages pages;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    crawl = new Crawl(STACK, Map.of());
    pages = new CampusPages(crawl.site());
    pages.list(visa, 1, 6, 5, 4, 3, 2, 1);
    pages.list(visa, 2);
    pages.articles(visa, 6, 5, 4, 3, 2, 1);
    crawl.runAs("daily", VISA);
  }

  @AfterEach
  void stop() {
    crawl.close();
  }

  @Test
  void oneRunMissesAnArticleOnce() throws Exception {
    pages.list(visa, 1, 7, 6, 5, 3, 2, 1);
    missing(4);
    crawl.site().answers(CampusPages.articleUrl(visa, 7), FakeSite.send(500, "text/html", ""));

    deliverOften();
    assertThat(crawl.titles()).contains("4");

    deliverOften();
    deliverOften();
    assertThat(crawl.titles()).doesNotContain("4");
  }

  @Test
  void oneRunTriesAnUnlistedArticleOnce() throws Exception {
    pages.list(visa, 1, 7, 6, 5, 4, 3, 2, 1);
    missing(7);
    crawl.runAs("schedule", VISA);
    pages.list(visa, 1, 8, 6, 5, 4, 3, 2, 1);
    crawl.site().answers(CampusPages.articleUrl(visa, 8), FakeSite.send(500, "text/html", ""));

    deliverOften();
    pages.articles(visa, 7, 8);
    crawl.runAs("daily", VISA);

    assertThat(crawl.titles()).contains("7", "8");
  }

  private void missing(long number) {
    crawl.site().html(CampusPages.articleUrl(visa, number), "<html><p>없음</p></html>");
  }

  private void deliverOften() throws Exception {
    crawl.beginAs("daily", VISA);
    CrawlPage page = crawl.next().orElseThrow();
    for (int delivery = 0; delivery < DELIVERIES; delivery++) {
      assertThat(crawl.deliver(page, new FakeContext())).isFalse();
    }
    assertThat(List.copyOf(crawl.drain())).isEmpty();
  }
}
