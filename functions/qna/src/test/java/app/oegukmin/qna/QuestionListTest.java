package app.oegukmin.qna;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("process")
class QuestionListTest {

  @RegisterExtension static final Stack STACK = Stack.of(Campus.TABLES).withValkey();

  private static final String ALL = "{\"cursorId\":%d,\"word\":null,\"tag\":null}";

  private Campus campus;

  @BeforeEach
  void open() {
    STACK.clear();
    campus = new Campus(STACK).join("linh");
  }

  @Test
  void isAsTheAppNeedsIt() {
    long id = ask(1, "기숙사", "언제 신청하나요?");
    ApiResponse list = campus.list(ALL.formatted(0));

    assertThat(list.status()).isEqualTo(200);
    assertThat(list.body().path("message").asText()).isEqualTo("Successfully create question list");
    assertThat(list.content().path("lastCursorId").isNull()).isTrue();
    assertThat(list.content().path("hasNext").isBoolean()).isTrue();
    JsonNode question = list.content().at("/questionList/0");
    assertThat(question.path("id").asLong()).isEqualTo(id);
    assertThat(question.path("context").asText()).isEqualTo("언제 신청하나요?");
    assertThat(question.path("answerCount").isIntegralNumber()).isTrue();
    assertThat(question.fieldNames())
        .toIterable()
        .containsExactly(
            "id", "title", "author", "context", "tag", "country", "answerCount", "createdDate");
  }

  @Test
  @DisplayName("D-Q1: pages of 20 go on below the cursor, newest first, each question once")
  void dQ1_goesOnBelowTheCursor() {
    List<Long> asked = ask(45);

    List<List<Long>> pages = pages(null, null);

    assertThat(pages).extracting(List::size).containsExactly(20, 20, 5);
    assertThat(pages.stream().flatMap(List::stream).toList()).isEqualTo(asked);
    assertThat(pages(null, null)).as("from the cache").isEqualTo(pages);
  }

  @Test
  void hasTagsAndBlankOnesAreNone() {
    long dorm = ask(1, "기숙사", "본문");
    long culture = ask(2, "문화정보", "본문");

    assertThat(ids("\"기숙사\"", null)).containsExactly(dorm);
    assertThat(ids("\" \"", "\"\"")).containsExactly(culture, dorm);
    assertThat(ids("\"비자\"", null)).isEmpty();
  }

  @Test
  void pagesOfATagGoOnToo() {
    List<Long> asked = ask(25);
    ask(26, "문화정보", "본문");

    List<List<Long>> pages = pages("\"기숙사\"", null);

    assertThat(pages).extracting(List::size).containsExactly(20, 5);
    assertThat(pages.stream().flatMap(List::stream).toList()).isEqualTo(asked);
  }

  @Test
  void leavesOutWhatIsHiddenAndFillsThePage() {
    List<Long> asked = ask(22);
    hide(asked.get(3));

    List<List<Long>> pages = pages(null, null);

    assertThat(pages).extracting(List::size).containsExactly(20, 1);
    assertThat(pages.getFirst()).doesNotContain(asked.get(3));
    assertThat(campus.read("linh", asked.get(3)).refusal()).isEqualTo("400 C003");
  }

  @Test
  void followsEveryWriteAtOnce() {
    assertThat(ids(null, null)).isEmpty();
    long id = ask(1, "기숙사", "본문");
    assertThat(ids(null, null)).containsExactly(id);
    assertThat(ids("\"기숙사\"", null)).containsExactly(id);

    campus.answer("linh", id, "답");
    assertThat(campus.list(ALL.formatted(0)).content().at("/questionList/0/answerCount").asInt())
        .isEqualTo(1);

    campus.eraseQuestion("linh", id);
    assertThat(ids(null, null)).isEmpty();
    assertThat(ids("\"기숙사\"", null)).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("D-Q3: a list without a good cursor is 400 C001")
  @ValueSource(strings = {"{}", "{\"cursorId\":null}", "{\"cursorId\":-1}", "{\"cursorId\":\"x\"}"})
  void dQ3_refusesABadCursor(String body) {
    assertThat(campus.list(body).refusal()).isEqualTo("400 C001");
  }

  @Test
  void keepsNothingThatACallerHasMadeUp() {
    ask(3);
    long before = STACK.valkey().dbSize();

    campus.list(ALL.formatted(5));
    campus.list(ALL.formatted(Long.MAX_VALUE - 1));
    campus.read("linh", 5);

    assertThat(STACK.valkey().dbSize()).isEqualTo(before);
  }

  private List<Long> ask(int count) {
    List<Long> asked = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      asked.add(ask(i, "기숙사", "본문"));
    }
    Collections.sort(asked, Collections.reverseOrder());
    return asked;
  }

  private long ask(int number, String tag, String text) {
    return campus.ask("linh", "제목 " + number, text, tag);
  }

  private List<Long> ids(String tag, String word) {
    return pages(tag, word).getFirst();
  }

  private List<List<Long>> pages(String tag, String word) {
    List<List<Long>> pages = new ArrayList<>();
    JsonNode page;
    long cursor = 0;
    do {
      String body = "{\"cursorId\":%d,\"word\":%s,\"tag\":%s}".formatted(cursor, word, tag);
      page = campus.list(body).content();
      pages.add(
          StreamSupport.stream(page.path("questionList").spliterator(), false)
              .map(question -> question.path("id").asLong())
              .toList());
      cursor = page.path("lastCursorId").asLong();
    } while (page.path("hasNext").asBoolean());
    return pages;
  }

  private void hide(long id) {
    STACK
        .dynamodb()
        .updateItem(
            update ->
                update
                    .tableName(STACK.table("QuestionTable"))
                    .key(Items.item(Map.of("board", "question", "id", id)))
                    .updateExpression("SET #hidden = :true")
                    .expressionAttributeNames(Map.of("#hidden", "hidden"))
                    .expressionAttributeValues(Map.of(":true", AttributeValue.fromBool(true))));
    STACK.valkey().flushAll();
  }
}
