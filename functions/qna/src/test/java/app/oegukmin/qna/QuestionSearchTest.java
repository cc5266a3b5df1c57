package app.oegukmin.qna;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.block.Block;
import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.search.IndexChange;
import app.oegukmin.shared.search.LuceneWriter;
import app.oegukmin.shared.search.SearchDocument;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.text.Folding;
import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code word} of the list of questions (contract §6.4). */
@Tag("process")
class QuestionSearchTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of(
          Stream.concat(Stream.of(Campus.TABLES), Stream.of("IndexTable", "IndexBucket"))
              .toArray(String[]::new));

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T00:00:00Z"));
  private final List<IndexChange> open = new ArrayList<>();
  private LuceneWriter writer;
  private Campus campus;

  @BeforeEach
  void begin() {
    STACK.clear();
    Environment environment = new Environment(STACK.environment("QnaFunction"));
    writer = LuceneWriter.of(environment, STACK.dynamodb(), clock);
    campus = new Campus(STACK, clock).join("linh", "wei", "mallory");
  }

  @Test
  void findsInTitleTextAndAnswers() throws IOException {
    long first = ask("linh", "제목 1", "100% sure", "기숙사");
    long second = ask("linh", "제목 2", "본문", "기숙사");
    follow(SearchKind.ANSWER, first + 1, first, "", "후문에 있어요", "기숙사");

    assertThat(ids("100% Sure", "")).containsExactly(first);
    assertThat(ids("제목 2", "")).containsExactly(second);
    assertThat(ids("제목", "")).containsExactly(second, first);
    assertThat(ids("후문", "")).containsExactly(first);
    assertThat(ids(".", "")).isEmpty();
    assertThat(ids("제목", "문화정보")).isEmpty();
    JsonNode hit = list("제목", "기숙사").content().at("/questionList/0");
    assertThat(hit.path("titleHighlights").toString()).isEqualTo("[[0,2]]");
  }

  @Test
  void findsNothingErasedAndNothingOfABlockedAuthor() throws IOException {
    long gone = ask("linh", "드문 말", "본문", "기숙사");
    ask("mallory", "드문 말", "본문", "기숙사");
    long visible = ask("linh", "드문 말", "다른 본문", "기숙사");
    campus.eraseQuestion("linh", gone);
    new BlockTable(STACK.dynamodb(), STACK.table("BlockTable"))
        .put(new Block(MemberKey.of("wei"), MemberKey.of("mallory"), "public-mallory", "2026"));

    assertThat(ids("드문", "")).containsExactly(visible);
  }

  @Test
  void goesOnWhileQuestionsComeIn() throws IOException {
    List<Long> asked = new ArrayList<>();
    for (int i = 0; i < 35; i++) {
      asked.addFirst(ask("linh", "드문 말 " + i, "본문", "기숙사"));
    }
    JsonNode first = list("드문", "").content();
    ask("linh", "드문 말", "본문", "기숙사");
    publish();
    String next =
        "{\"cursorId\":%d,\"word\":\"드문\"}".formatted(first.path("lastCursorId").asLong());
    JsonNode second = campus.list("wei", next).content();

    assertThat(ids(first)).isEqualTo(asked.subList(0, 20));
    assertThat(ids(second)).isEqualTo(asked.subList(20, 35));
    assertThat(second.path("hasNext").asBoolean()).isFalse();
  }

  @Test
  void ranksByRelevance() throws IOException {
    long title = ask("linh", "드문 말", "본문", "기숙사");
    long text = ask("linh", "제목", "드문 말", "기숙사");

    assertThat(ids("드문 말", "")).containsExactly(text, title);
    publish();
    String best = "{\"cursorId\":0,\"word\":\"드문 말\",\"sort\":\"relevance\"}";
    assertThat(ids(campus.list("wei", best).content())).containsExactly(title, text);
  }

  private long ask(String uid, String title, String text, String tag) {
    long id = campus.ask(uid, title, text, tag);
    follow(SearchKind.QUESTION, id, id, title, text, tag);
    return id;
  }

  private void follow(SearchKind kind, long id, long list, String title, String text, String tag) {
    open.add(
        IndexChange.put(
            new SearchDocument(
                kind,
                id,
                list,
                Optional.empty(),
                tag,
                0,
                Folding.fold(title),
                Folding.fold(text))));
  }

  private void publish() throws IOException {
    if (!open.isEmpty()) {
      writer.apply(open);
      open.clear();
    }
    clock.advance(Duration.ofSeconds(30));
  }

  private ApiResponse list(String word, String tag) throws IOException {
    publish();
    String body = "{\"cursorId\":0,\"word\":\"%s\",\"tag\":\"%s\"}".formatted(word, tag);
    ApiResponse page = campus.list("wei", body);
    // A busy machine may need longer to fetch the first index than a search waits.
    for (int tries = 1; page.status() == 503 && tries < 10; tries++) {
      page = campus.list("wei", body);
    }
    return page;
  }

  private List<Long> ids(String word, String tag) throws IOException {
    return ids(list(word, tag).content());
  }

  private static List<Long> ids(JsonNode page) {
    return page.path("questionList").findValues("id").stream().map(JsonNode::asLong).toList();
  }
}
