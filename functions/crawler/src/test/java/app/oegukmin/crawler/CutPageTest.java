package app.oegukmin.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeBody;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that end inside their body although the response is complete (F-22). */
@Tag("process")
class CutPageTest {

  @RegisterExtension static final Stack STACK = Crawl.stack();

  private static final String BODY = "<p>첫째 문단</p><p>둘째 문단</p>";

  @ParameterizedTest
  @ValueSource(strings = {"official-academic", "ciss-visa", "cs-notice"})
  @DisplayName("F-22: half an article is not stored, and replaces no whole one")
  void f22_halfAnArticleIsNoArticle(String name) throws Exception {
    STACK.clear();
    Board board = Boards.load().named(name).orElseThrow();
    try (Crawl crawl = new Crawl(STACK, Map.of("BACKFILL_PAGES", "1"))) {
      CampusPages pages = new CampusPages(crawl.site());
      pages.list(board, 1, 1);
      cut(crawl, board);

      assertThat(crawl.runAs("schedule", name)).hasSize(1);
      assertThat(crawl.titles()).isEmpty();

      pages.article(board, 1, BODY);
      crawl.runAs("schedule", name);
      NoticeBody whole = crawl.body(Language.KO);
      cut(crawl, board);
      crawl.runAs("daily", name);

      assertThat(crawl.body(Language.KO)).isEqualTo(whole);
      assertThat(whole.document()).contains("둘째 문단");
    }
  }

  private static void cut(Crawl crawl, Board board) throws IOException {
    String page = CampusPages.html(board, 1, BODY);
    crawl.site().html(CampusPages.articleUrl(board, 1), page.substring(0, page.indexOf("둘째") + 2));
  }
}
