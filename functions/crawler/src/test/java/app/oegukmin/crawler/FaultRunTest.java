package app.oegukmin.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.crawler.site.CsSite;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.testkit.FakeSite;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Days of trouble at every site, then a quiet one; {@code -Dfault.seeds=n} for more of them. */
@Tag("process")
class FaultRunTest {

  @RegisterExtension static final Stack STACK = Crawl.stack();

  private static final List<String> BOARDS = List.of("official-academic", "ciss-visa", "cs-notice");
  private static final int TROUBLED_RUNS = 3;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("fault.seeds", 5));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @DisplayName("D-N1, D-N4: every healthy notice arrives exactly once, whatever the sites do")
  void dN1_dN4_everyHealthyNoticeArrivesExactlyOnce(long seed) throws Exception {
    STACK.clear();
    Faults faults = new Faults(seed);
    try (Crawl crawl = new Crawl(STACK, Map.of("BACKFILL_PAGES", "4"), Duration.ofMillis(250))) {
      List<String> expected = publish(crawl.site());
      crawl.site().troubled(faults::next);
      List<CrawlPage> failed = new ArrayList<>();
      for (int run = 0; run < TROUBLED_RUNS; run++) {
        failed = again(crawl, failed);
        failed.addAll(crawl.runAs("schedule", BOARDS.toArray(String[]::new)));
      }
      faults.end();
      // Whoever sees the dead letters sends them once more; the day's thorough look comes by
      // itself.
      crawl.clock().advance(Duration.ofHours(1));
      assertThat(again(crawl, failed)).isEmpty();
      assertThat(crawl.runAs("daily", BOARDS.toArray(String[]::new))).isEmpty();

      for (Language language : Language.values()) {
        assertThat(crawl.rows(language, NoticeTable.ALL))
            .extracting(NoticeRow::title)
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  private static List<CrawlPage> again(Crawl crawl, List<CrawlPage> failed) throws IOException {
    List<CrawlPage> still = new ArrayList<>();
    for (CrawlPage page : failed) {
      if (!crawl.deliver(page, new FakeContext())) {
        still.add(page);
      }
    }
    still.addAll(crawl.drain());
    return still;
  }

  // Two pages of every family; two articles in a charset that their header does not name.
  private static List<String> publish(FakeSite site) {
    Boards boards = Boards.load();
    CampusPages pages = new CampusPages(site);
    List<Long> all = new ArrayList<>();
    long base = 1000;
    for (String name : BOARDS) {
      Board board = boards.named(name).orElseThrow();
      int first = board.site() instanceof CsSite ? 2 : 1;
      pages.list(board, 1, base + 5, base + 4, base + 3);
      pages.list(board, first, base + 5, base + 4, base + 3);
      pages.list(board, first + 1, base + 2, base + 1);
      pages.list(board, first + 2);
      LongStream.rangeClosed(base + 1, base + 5).forEach(all::add);
      pages.articles(board, base + 1, base + 2, base + 3, base + 4, base + 5);
      base += 1000;
    }
    Board visa = boards.named("ciss-visa").orElseThrow();
    mislabelled(site, CampusPages.articleUrl(visa, 2004), "euc-kr", "utf-8");
    mislabelled(site, CampusPages.articleUrl(visa, 2003), "utf-8", "euc-kr");
    List<String> titles = new ArrayList<>(List.of("한글 euc-kr", "한글 utf-8"));
    all.stream().filter(n -> n != 2003 && n != 2004).map(String::valueOf).forEach(titles::add);
    return titles;
  }

  private static void mislabelled(FakeSite site, String url, String charset, String header) {
    String page =
        "<html><span class=b-title>한글 %s</span><li class=b-date-box><span>2026-11-20</span></li><div class=b-content-box>본문</div></html>"
            .formatted(charset);
    byte[] bytes = page.getBytes(Charset.forName(charset));
    site.answers(url, FakeSite.send(200, "text/html;charset=" + header, bytes));
  }
}
