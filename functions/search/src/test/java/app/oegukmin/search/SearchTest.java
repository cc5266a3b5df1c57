package app.oegukmin.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.block.Block;
import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.work.IndexDocument;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.testkit.ApiFunction;
import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is stored becomes what is found: the writer of the index, and a search over everything. */
@Tag("process")
class SearchTest {

  @RegisterExtension static final Stack STACK = Stack.of(Campus.RESOURCES);

  private Campus campus;
  private ApiFunction search;

  @BeforeEach
  void open() {
    STACK.clear();
    campus = new Campus(STACK);
    SearchHandler handler = new SearchHandler(STACK.environment("SearchFunction"), campus.clock);
    search = new ApiFunction((event, response) -> handler.handleRequest(event, response, null));
  }

  @Test
  void findsNothingWhereNothingIsIndexed() {
    assertThat(found("장학금").status()).isEqualTo(200);
    assertThat(found("장학금").content().path("results")).isEmpty();
  }

  @Test
  void findsTitlesAndTextsOfEveryKind() {
    Article notice = campus.notice(1, "외국인유학생 안내", "<p>국가<b>장학금</b>&nbsp;신청</p>");
    campus.question(7, "돈이 없어요", "어디서 도움을 받나요?");
    campus.answer(7, 8, "장학금을 신청하세요.");
    campus.faq(9, "KO", "장학금 FAQ", "무엇인가요?", "돈입니다.");
    campus.help(10, "도와드려요", "장학금 서류");
    campus.follow(SearchKind.NOTICE, Campus.korean(notice));
    campus.follow(SearchKind.QUESTION, 7);
    campus.follow(SearchKind.ANSWER, 8);
    campus.follow(SearchKind.FAQ, 9);
    campus.follow(SearchKind.HELP, 10);

    assertThat(ids("장학금")).containsExactlyInAnyOrder(Campus.korean(notice), 7L, 9L, 10L);
    assertThat(kinds("유학생")).containsExactly("notice");
    assertThat(found("장학금").content().path("results").path(0).path("titleHighlights").toString())
        .isEqualTo("[[0,3]]");
  }

  @Test
  @DisplayName("What is hidden or removed is gone at once, and the index follows")
  void showsNothingThatIsHiddenOrRemoved() {
    campus.question(7, "장학금 질문", "?");
    campus.answer(7, 8, "등록금 답변");
    campus.help(10, "장학금 서류", "?");
    campus.follow(SearchKind.QUESTION, 7);
    campus.follow(SearchKind.ANSWER, 8);
    campus.follow(SearchKind.HELP, 10);
    assertThat(ids("장학금")).containsExactlyInAnyOrder(7L, 10L);

    campus.hide("QuestionTable", "question", 7);
    assertThat(ids("장학금")).containsExactly(10L);
    assertThat(ids("등록금")).isEmpty();
    STACK
        .dynamodb()
        .deleteItem(
            delete ->
                delete
                    .tableName(STACK.table("HelpTable"))
                    .key(
                        Map.of(
                            "board",
                            AttributeValue.fromS("help"),
                            "id",
                            AttributeValue.fromN("10"))));
    assertThat(ids("장학금")).isEmpty();
    assertThat(campus.follow(SearchKind.HELP, 10).getBatchItemFailures()).isEmpty();
    assertThat(ids("장학금")).isEmpty();
  }

  @Test
  void doesNotFindAHiddenAnswer() {
    campus.question(7, "질문", "?");
    campus.answer(7, 8, "등록금 답변");
    campus.follow(SearchKind.ANSWER, 8);
    assertThat(ids("등록금")).containsExactly(7L);

    campus.hideAnswer(7, 8);
    campus.follow(SearchKind.ANSWER, 8);
    assertThat(ids("등록금")).isEmpty();
  }

  @Test
  void leavesOutWhatBlockedMembersWrote() {
    campus.help(10, "장학금 서류", "?");
    campus.follow(SearchKind.HELP, 10);
    new BlockTable(STACK.dynamodb(), STACK.table("BlockTable"))
        .put(new Block(MemberKey.of("chan"), "bori", "public-bori", "2026"));

    assertThat(found("장학금").titles()).containsExactly("장학금 서류");
    assertThat(search.call("search-search", "chan", Map.of("word", "장학금")).titles()).isEmpty();
  }

  @Test
  void findsInALanguageAndInWhatHasNone() {
    campus.question(7, "장학금 질문", "?");
    campus.faq(9, "EN-US", "Scholarship 장학금", "?", "!");
    campus.follow(SearchKind.QUESTION, 7);
    campus.follow(SearchKind.FAQ, 9);

    assertThat(ids("장학금", "KO")).containsExactly(7L);
    assertThat(ids("장학금", "en-us")).containsExactlyInAnyOrder(7L, 9L);
    assertThat(ids("장학금", "FR")).isEmpty();
  }

  @Test
  @DisplayName("D-N13: a notice is found in Korean where it is not translated yet")
  void dN13_findsKoreanInTheListOfAnotherLanguage() {
    Article notice = campus.notice(1, "국가장학금 안내", "<p>본문</p>");
    long english = Campus.korean(notice) + 1;
    campus.follow(SearchKind.NOTICE, english);

    assertThat(ids("장학금", "EN-US")).containsExactly(english);
  }

  @Test
  void refusesWordsAsTheSearchOfNoticesDoes() {
    assertThat(found("장").refusal()).isEqualTo("400 S001");
    assertThat(search.call("search-search", "", Map.of("language", "KO")).refusal())
        .isEqualTo("400 C001");
    assertThat(found("가".repeat(10_000)).status()).isEqualTo(200);
  }

  @Test
  void dropsAMessageThatNobodyCanRead() {
    campus.help(10, "장학금 서류", "?");
    assertThat(campus.deliver(List.of("poison")).getBatchItemFailures()).isEmpty();
    campus.follow(SearchKind.HELP, 10, 10, 10);

    assertThat(ids("장학금")).containsExactly(10L);
  }

  @Test
  @DisplayName(
      "A whole batch comes again while another writer has the lease, or the bucket is gone")
  void bringsAWholeBatchAgain() {
    campus.help(10, "장학금 서류", "?");
    List<String> batch = List.of(message(10, "a"), message(11, "b"));
    Map<String, Object> lease = new HashMap<>(Map.of("index", "main", "number", 7, "analysis", ""));
    lease.putAll(Map.of("files", Map.of(), "before", Map.of(), "made", 0));
    lease.put("until", campus.clock.instant().getEpochSecond() + 60);
    Items.put(STACK, "IndexTable", lease);
    assertThat(campus.respond(batch).getBatchItemFailures()).hasSize(2);
    lease.putAll(Map.of("until", 0, "files", Map.of("segments_1", "segments/gone")));
    Items.put(STACK, "IndexTable", lease);
    assertThat(campus.respond(batch).getBatchItemFailures()).hasSize(2);
    lease.put("files", Map.of());
    Items.put(STACK, "IndexTable", lease);

    assertThat(campus.deliver(batch).getBatchItemFailures()).isEmpty();
    assertThat(ids("장학금")).containsExactly(10L);
  }

  private static String message(long id, String change) {
    return WorkJson.write(new IndexDocument(SearchKind.HELP, id, change));
  }

  private ApiResponse found(String word) {
    return search.call("search-search", "", Map.of("word", word));
  }

  private List<Long> ids(String word) {
    return ids(word, "");
  }

  private List<Long> ids(String word, String language) {
    return search
        .call("search-search", "", Map.of("word", word, "language", language))
        .content()
        .findValues("id")
        .stream()
        .map(id -> id.asLong())
        .toList();
  }

  private List<String> kinds(String word) {
    return found(word).content().findValuesAsText("kind");
  }
}
