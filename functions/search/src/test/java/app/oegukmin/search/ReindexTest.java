package app.oegukmin.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.search.Reindex.Progress;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.testkit.ApiFunction;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The index is made anew from the tables while searches and the writer go on. */
@Tag("process")
class ReindexTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of(
          Stream.concat(Stream.of(Campus.RESOURCES), Stream.of("JobTable")).toArray(String[]::new));

  private static final Map<String, Object> ORDER = Map.of("seconds", 60);
  private static final Map<String, Object> SCHEDULE = Map.of("source", "schedule");

  private Campus campus;
  private ApiFunction search;
  private ReindexHandler handler;

  @BeforeEach
  void open() {
    STACK.clear();
    campus = new Campus(STACK);
    SearchHandler reader = new SearchHandler(STACK.environment("SearchFunction"), campus.clock);
    search = new ApiFunction((event, response) -> reader.handleRequest(event, response, null));
    handler = new ReindexHandler(STACK.environment("ReindexFunction"), campus.clock);
  }

  @Test
  void findsAllThatTheTablesHave() {
    Article notice = campus.notice(1, "장학금 안내", "<p>본문</p>");
    campus.question(7, "질문", "장학금?");
    campus.answer(7, 8, "등록금");
    campus.faq(9, "KO", "장학금", "?", "!");
    campus.help(10, "장학금", "?");
    campus.help(11, "장학금", "?");
    campus.hide("HelpTable", "help", 11);

    Progress progress = handler.handleRequest(ORDER, null);

    assertThat(progress.state()).isEqualTo("done");
    assertThat(progress.documents()).isEqualTo(progress.total()).isEqualTo(8);
    assertThat(ids("장학금")).contains(Campus.korean(notice), 7L, 9L, 10L).doesNotContain(11L);
    assertThat(ids("등록금")).containsExactly(7L);
  }

  @Test
  @DisplayName("What changes while it is made is in the new index, and searches go on")
  void losesNoChangeMeanwhile() {
    campus.question(7, "장학금", "?");
    campus.help(10, "안내", "?");
    campus.follow(SearchKind.QUESTION, 7);
    ReindexHandler tired =
        new ReindexHandler(STACK.environment("ReindexFunction"), new Tired(campus.clock));
    Progress stopped = tired.handleRequest(Map.of("seconds", 480), null);
    assertThat(stopped.state()).isEqualTo("going");
    assertThat(stopped.documents()).as("the question").isEqualTo(1);

    campus.question(7, "등록금", "?");
    campus.follow(SearchKind.QUESTION, 7);
    assertThat(ids("등록금")).containsExactly(7L);
    assertThat(handler.handleRequest(ORDER, null).state()).isEqualTo("done");
    campus.clock.advance(Duration.ofSeconds(30));

    assertThat(ids("등록금")).containsExactly(7L);
    assertThat(ids("장학금")).isEmpty();
    assertThat(ids("안내")).containsExactly(10L);
    assertThat(Items.all(STACK, "IndexTable")).as("no notes are left").hasSize(1);
  }

  @Test
  @DisplayName("The schedule looks every hour, and makes it anew after a week")
  void isMadeAnewEachWeek() {
    campus.help(10, "장학금", "?");
    assertThat(handler.handleRequest(SCHEDULE, null).total()).isEqualTo(1);
    assertThat(handler.handleRequest(SCHEDULE, null).total()).isZero();
    campus.clock.advance(Duration.ofDays(7).plusSeconds(1));

    assertThat(handler.handleRequest(SCHEDULE, null).total()).isEqualTo(1);
    assertThat(Items.all(STACK, "JobTable")).hasSize(1);
  }

  private List<Long> ids(String word) {
    return search
        .call("search-search", "", Map.of("word", word))
        .content()
        .findValues("id")
        .stream()
        .map(id -> id.asLong())
        .toList();
  }
}
