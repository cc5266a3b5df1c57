package app.oegukmin.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.FakeSite;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What runs cost over all boards: one article each. */
@Tag("process")
class CrawlCostTest {

  @RegisterExtension static final Stack STACK = Crawl.stack();

  private final List<Board> boards = Boards.load().all();
  private Crawl crawl;
  private CampusPages pages;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    crawl = new Crawl(STACK, Map.of("BACKFILL_PAGES", "1"));
    pages = new CampusPages(crawl.site());
    for (int i = 0; i < boards.size(); i++) {
      pages.list(boards.get(i), 1, 100 + i);
      pages.articles(boards.get(i), 100 + i);
    }
  }

  @AfterEach
  void stop() {
    crawl.close();
  }

  @Test
  void theFirstRunTakesAListAndAnArticlePerBoard() throws Exception {
    crawl.run();

    assertThat(crawl.titles()).hasSize(boards.size());
    assertThat(crawl.site().requests())
        .filteredOn(url -> !url.endsWith("/robots.txt"))
        .hasSize(2 * boards.size());
  }

  @Test
  void aFrequentRunWithoutNewsIsOneRequestPerBoardAndNoWrite() throws Exception {
    crawl.run();
    crawl.runAs("schedule");
    crawl.site().forgetRequests();
    AwsCalls.forget();

    crawl.runAs("schedule");
    crawl.runAs("schedule");

    assertThat(crawl.site().requests())
        .contains(boards.stream().map(b -> CampusPages.listUrl(b, 1)).toArray(String[]::new))
        .hasSize(boards.size() + (int) boards.stream().filter(b -> b.every() == 30).count());
    // Only that a host is taken and given back, so that one function at a time asks it.
    assertThat(writes()).hasSize(2).allMatch(CrawlCostTest::tellsThatTheJobRan);
    assertThat(AwsCalls.count("TransactWriteItems")).isZero();
    assertThat(AwsCalls.count("UpdateItem")).isEqualTo(2L * crawl.site().requests().size());
  }

  @Test
  void aListThatHasNotChangedIsNotSentAgain() throws Exception {
    Board visa = Boards.load().named("ciss-visa").orElseThrow();
    AtomicInteger unchanged = new AtomicInteger();
    String list =
        "<table class=board-table><tr><td><a href='?articleNo=9'>새 글</a></td></tr></table>";
    crawl.run("ciss-visa");
    pages.articles(visa, 9);
    crawl
        .site()
        .answers(
            CampusPages.listUrl(visa, 1),
            exchange -> {
              boolean same =
                  "\"v2\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
              unchanged.addAndGet(same ? 1 : 0);
              exchange.getResponseHeaders().set("ETag", "\"v2\"");
              FakeSite.send(same ? 304 : 200, "text/html", same ? "" : list).to(exchange);
            });

    crawl.run("ciss-visa");
    assertThat(unchanged).hasValue(0);
    AwsCalls.forget();
    crawl.runAs("schedule", "ciss-visa");

    assertThat(unchanged).hasValue(1);
    assertThat(crawl.titles()).contains("9");
    assertThat(writes()).hasSize(1).allMatch(CrawlCostTest::tellsThatTheJobRan);
  }

  @Test
  void aRunByHandWithoutNewsTellsZeros() throws Exception {
    crawl.run();

    crawl.run();

    for (Board board : boards) {
      assertThat(crawl.board(board.name()).number("added")).isZero();
      assertThat(crawl.board(board.name()).number("changed")).isZero();
      assertThat(crawl.board(board.name()).number("failed")).isZero();
      assertThat(crawl.board(board.name()).attributes().get("walked").ns()).containsExactly("1");
    }
  }

  @Test
  void boardsAreReadEveryHalfHourOrHourAsTheFileSays() throws Exception {
    int first = crawl.beginAs("schedule").path("boards").size();
    int second = crawl.beginAs("schedule").path("boards").size();
    int third = crawl.beginAs("schedule").path("boards").size();

    assertThat(List.of(first, second)).contains(boards.size()).doesNotHaveDuplicates();
    assertThat(third).isEqualTo(first);
    crawl.clock().advance(Duration.ofMinutes(-30));
    assertThat(crawl.beginAs("daily").path("boards")).hasSize(boards.size());
  }

  @Test
  void whatIsGoneIsNotFetchedEachTime() throws Exception {
    Board visa = Boards.load().named("ciss-visa").orElseThrow();
    crawl.run("ciss-visa");
    pages.list(visa, 1, 8, 100);
    String gone = CampusPages.articleUrl(visa, 8);
    crawl.run("ciss-visa");
    crawl.runAs("schedule", "ciss-visa");
    assertThat(crawl.site().requests()).filteredOn(gone::equals).hasSize(1);

    crawl.runAs("daily", "ciss-visa");
    assertThat(crawl.site().requests()).filteredOn(gone::equals).hasSize(2);

    pages.articles(visa, 8);
    crawl.runAs("daily", "ciss-visa");
    assertThat(crawl.titles()).contains("8");
  }

  private static List<AwsCalls.Call> writes() {
    return AwsCalls.writesBeside(STACK.table("HostTable"));
  }

  // One for a whole run (F-36).
  private static boolean tellsThatTheJobRan(AwsCalls.Call call) {
    return call.table().equals(Optional.of(STACK.table("JobTable")));
  }
}
