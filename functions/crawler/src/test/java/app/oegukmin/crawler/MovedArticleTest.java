package app.oegukmin.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.crawler.site.Board;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One article under the addresses of two boards (F-25). */
@Tag("process")
class MovedArticleTest {

  @RegisterExtension static final Stack STACK = Crawl.stack();

  private static final String ACADEMIC = "official-academic";
  private static final String SCHOLARSHIP = "official-scholarship";

  private final Boards boards = Boards.load();
  private Crawl crawl;
  private CampusPages pages;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    crawl = new Crawl(STACK, Map.of("BACKFILL_PAGES", "1"));
    pages = new CampusPages(crawl.site());
  }

  @AfterEach
  void stop() {
    crawl.close();
  }

  @ParameterizedTest
  @CsvSource({
    "official-academic, official-scholarship",
    "official-other,    official-academic",
    "ciss-visa,         ciss-event",
    "cs-notice,         cs-jobs",
  })
  @DisplayName("F-25: another board is a move, and the notice keeps its id")
  void f25_anotherBoardIsAMove(String from, String to) throws Exception {
    list(from, 5);
    crawl.run(from);
    List<Long> ids = ids();

    list(from);
    list(to, 5);
    crawl.runAs("daily", to);
    crawl.runAs("daily", from);

    assertThat(ids()).isEqualTo(ids).hasSize(1);
    assertThat(crawl.rows(Language.KO, board(to).type().orElseThrow())).hasSize(1);
    assertThat(crawl.body(Language.KO).url()).isEqualTo(CampusPages.articleUrl(board(to), 5));
    assertThat(crawl.board(to).number("changed")).isEqualTo(1);
  }

  @Test
  @DisplayName("F-25: an article that two boards list stays where it was found last")
  void f25_whatTwoBoardsListMovesOnce() throws Exception {
    list(ACADEMIC, 5, 3);
    list(SCHOLARSHIP, 5, 2);
    crawl.run(ACADEMIC);
    List<Long> before = ids();

    for (int day = 0; day < 3; day++) {
      crawl.runAs("daily", SCHOLARSHIP);
      crawl.runAs("daily", ACADEMIC);
      crawl.run(ACADEMIC, SCHOLARSHIP);
    }

    assertThat(ids()).hasSize(3).containsAll(before);
    assertThat(titles(board(SCHOLARSHIP).type().orElseThrow())).containsExactlyInAnyOrder("5", "2");
    assertThat(titles(board(ACADEMIC).type().orElseThrow())).containsExactly("3");
    assertThat(crawl.board(SCHOLARSHIP).number("changed")).isZero();
    assertThat(crawl.metrics()).doesNotContain("\"Trouble\"");
  }

  @Test
  @DisplayName("F-25: rows of the first version keep their ids, and are not published again")
  void f25_whatIsStoredInTheOldFormKeepsItsId() throws Exception {
    list(ACADEMIC, 5, 4);
    crawl.run(ACADEMIC);
    List<Long> ids = ids();
    oldForm();

    crawl.run(ACADEMIC);
    list(ACADEMIC, 4);
    list(SCHOLARSHIP, 5);
    crawl.run(SCHOLARSHIP, ACADEMIC);

    assertThat(ids()).isEqualTo(ids);
    assertThat(titles(board(SCHOLARSHIP).type().orElseThrow())).containsExactly("5");
  }

  @Test
  @DisplayName("F-25: of two notices that were one article the first stays")
  void f25_twoNoticesOfOneArticleBecomeOne() throws Exception {
    list(ACADEMIC, 5);
    crawl.run(ACADEMIC);
    List<Long> first = ids();
    storedTwice();
    assertThat(ids()).hasSize(2);

    list(SCHOLARSHIP, 5);
    crawl.runAs("daily", SCHOLARSHIP);
    crawl.runAs("daily", ACADEMIC);
    crawl.run(SCHOLARSHIP, ACADEMIC);

    assertThat(ids()).isEqualTo(first);
  }

  // The first version did not know the twin, as if it lay under another address.
  private void storedTwice() throws Exception {
    Map<String, AttributeValue> item = Items.all(STACK, "ArticleTable").iterator().next();
    Map<String, AttributeValue> hidden = new HashMap<>(item);
    hidden.put("url", AttributeValue.fromS("https://hidden.example/"));
    replace(item, hidden);
    list(SCHOLARSHIP, 5);
    crawl.run(SCHOLARSHIP);
    replace(hidden, item);
  }

  private void oldForm() {
    for (Map<String, AttributeValue> item : Items.all(STACK, "ArticleTable")) {
      Map<String, AttributeValue> old = new HashMap<>(item);
      old.keySet().retainAll(List.of("url", "id", "hash", "type", "writtenDate"));
      replace(item, old);
    }
  }

  private static void replace(
      Map<String, AttributeValue> item, Map<String, AttributeValue> replacement) {
    String table = STACK.table("ArticleTable");
    STACK.dynamodb().deleteItem(r -> r.tableName(table).key(Map.of("url", item.get("url"))));
    STACK.dynamodb().putItem(r -> r.tableName(table).item(replacement));
  }

  private Board board(String name) {
    return boards.named(name).orElseThrow();
  }

  private void list(String name, long... numbers) {
    pages.list(board(name), 1, numbers);
    pages.articles(board(name), numbers);
  }

  private List<Long> ids() {
    return crawl.rows(Language.KO, NoticeTable.ALL).stream().map(NoticeRow::id).toList();
  }

  private List<String> titles(String type) {
    return crawl.rows(Language.KO, type).stream().map(NoticeRow::title).toList();
  }
}
