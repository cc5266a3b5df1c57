package app.oegukmin.crawler;

import static app.oegukmin.crawler.OfficialPages.article;
import static app.oegukmin.crawler.OfficialPages.list;
import static app.oegukmin.crawler.OfficialPages.row;
import static app.oegukmin.crawler.OfficialPages.url;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.testkit.Stack;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of everything, from which only the boards without an entry of their own are taken. */
@Tag("process")
class OtherBoardTest {

  @RegisterExtension static final Stack STACK = Crawl.stack();

  private static final String OTHER = "official-other";

  private Crawl crawl;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    crawl = new Crawl(STACK, Map.of("BACKFILL_PAGES", "3"));
    crawl.site().html(url(2, 1), article("모집 요강", "2026.11.20", ""));
    crawl.site().html(url(13, 2), article("시민 강좌", "2026.11.20", ""));
    crawl.site().html(url(4, 3), article("수강신청", "2026.11.20", ""));
  }

  @AfterEach
  void stop() {
    crawl.close();
  }

  @Test
  void leavesToOtherBoardsWhatIsTheirs() throws Exception {
    everything(1, row(2, 1, "대학입학공지"), row(4, 3, "학사공지"), row(13, 2, "평생·교육"));
    everything(2);

    crawl.run(OTHER);

    assertThat(crawl.rows(Language.EN_US, NoticeTable.ALL))
        .extracting(NoticeRow::type)
        .containsExactlyInAnyOrder("대학입학공지", "평생\u2219교육");
    assertThat(crawl.site().requests()).doesNotContain(url(4, 3));
  }

  @Test
  void atFirstSightLooksBehindThePostsOfOthers() throws Exception {
    everything(1, row(4, 3, "학사공지"));
    everything(2, row(2, 1, "대학입학공지"));
    everything(3);

    crawl.run(OTHER);

    assertThat(crawl.titles()).containsExactly("모집 요강");
  }

  @Test
  void laterOnePageWithoutItsOwnIsEnough() throws Exception {
    crawl.site().html(OfficialPages.listUrl(4, 1), list(row(4, 3)));
    crawl.run("official-academic");
    everything(1, row(4, 3, "학사공지"));
    everything(2, row(2, 1, "대학입학공지"));
    everything(3);
    crawl.run(OTHER);
    crawl.site().forgetRequests();

    crawl.run(OTHER);

    assertThat(crawl.site().requests()).hasSize(1);
  }

  @Test
  @DisplayName("F-26: behind a page of other boards' posts there may be news")
  void f26_walksBehindThePostsOfOthersUntilSomethingIsKnown() throws Exception {
    everything(1, row(2, 1, "대학입학공지"));
    everything(2);
    crawl.run(OTHER);

    everything(1, row(4, 9, "학사공지"), row(4, 8, "학사공지"));
    everything(2, row(4, 7, "학사공지"));
    everything(3, row(4, 6, "학사공지"));
    everything(4, row(13, 2, "평생·교육"), row(2, 1, "대학입학공지"));
    crawl.run(OTHER);

    assertThat(crawl.titles()).containsExactlyInAnyOrder("시민 강좌", "모집 요강");
  }

  @Test
  @DisplayName("F-26: what is known of other boards ends a walk, too")
  void f26_aKnownPostOfAnotherBoardEndsTheWalk() throws Exception {
    everything(1, row(2, 1, "대학입학공지"));
    everything(2);
    crawl.run(OTHER);
    crawl.site().html(OfficialPages.listUrl(4, 1), list(row(4, 3)));
    crawl.run("official-academic");

    everything(1, row(4, 9, "학사공지"), row(4, 3, "학사공지"));
    crawl.site().forgetRequests();
    crawl.run(OTHER);

    assertThat(crawl.site().requests()).hasSize(1);
  }

  @Test
  @DisplayName("F-27: what other boards' posts push to the next page has not vanished")
  void f27_whatOthersPushAwayHasNotVanished() throws Exception {
    everything(1, row(13, 2, "평생·교육"), row(2, 1, "대학입학공지"));
    everything(2);
    crawl.runAs("daily", OTHER);

    everything(1, row(4, 4, "학사공지"), row(4, 3, "학사공지"));
    everything(2, row(13, 2, "평생·교육"), row(2, 1, "대학입학공지"));
    for (int day = 0; day < 4; day++) {
      crawl.runAs("daily", OTHER);
    }

    assertThat(crawl.metrics()).doesNotContain("\"Trouble\"");
    assertThat(crawl.titles()).hasSize(2);
  }

  private void everything(int page, String... rows) {
    crawl.site().html(OfficialPages.NOTICE + "index.do?currentPageNo=" + page, list(rows));
  }
}
