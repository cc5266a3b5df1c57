package app.oegukmin.qna;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("process")
class AnswerTest {

  @RegisterExtension static final Stack STACK = Stack.of(Campus.TABLES).withValkey();

  private Campus campus;
  private long question;
  private long id;

  @BeforeEach
  void answer() {
    STACK.clear();
    campus = new Campus(STACK).join("linh", "wei", Campus.ADMIN);
    question = campus.ask("linh", "기숙사 신청", "언제 신청하나요?", "기숙사");
    id = campus.answer("wei", question, "1월에 신청합니다.").content().path("id").asLong();
  }

  @Test
  void isCreatedAsTheAppNeedsIt() {
    ApiResponse created = campus.answer("linh", question, "2월");

    assertThat(created.status()).isEqualTo(200);
    assertThat(created.body().path("message").asText()).isEqualTo("Successfully create answer");
    JsonNode answer = created.content();
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "questionId",
            "author",
            "context",
            "likeCount",
            "createdDate",
            "updatedDate",
            "uuid");
    assertThat(answer.path("questionId").asLong()).isEqualTo(question);
    assertThat(answer.path("context").asText()).isEqualTo("2월");
    assertThat(answer.path("likeCount").asInt()).isZero();
    assertThat(answer.path("uuid").asText()).isEqualTo("linh");
  }

  @Test
  void isListedAsTheAppNeedsIt() {
    ApiResponse list = campus.answers("linh", question, 0, "date");

    assertThat(list.status()).isEqualTo(200);
    assertThat(list.body().path("message").asText()).isEqualTo("Successfully create answer list");
    assertThat(list.content().path("lastCursorId").isNull()).isTrue();
    assertThat(list.content().path("hasNext").asBoolean(true)).isFalse();
    JsonNode answer = list.content().at("/answerList/0");
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "questionId",
            "author",
            "context",
            "likeCount",
            "likeCheck",
            "createdDate",
            "updatedDate",
            "uuid");
    assertThat(answer.path("id").asLong()).isEqualTo(id);
    assertThat(answer.path("createdDate").asText()).hasSizeGreaterThanOrEqualTo(16);
    assertThat(answer.path("likeCheck").isBoolean()).isTrue();
    assertThat(answer.path("uuid").asText()).isEqualTo("public-wei");
  }

  @Test
  @DisplayName("D-S10: author comes from the profile, whatever the body holds")
  void dS10_takesTheAuthorFromTheProfile() {
    for (String author : new String[] {"\"Mallory\"", "null", "{\"a\":[1]}"}) {
      String body =
          "{\"questionId\":%d,\"author\":%s,\"context\":\"답\"}".formatted(question, author);
      ApiResponse created = campus.call("qna-answer", "linh", body);
      assertThat(created.content().path("author").asText()).isEqualTo("이름 linh");
    }
  }

  @Test
  @DisplayName("D-Q13: an update stores the text")
  void dQ13_storesTheText() {
    ApiResponse update = update("wei", "3월에 신청합니다.");

    assertThat(update.status()).isEqualTo(200);
    assertThat(update.content().asInt()).isEqualTo(200);
    assertThat(first().path("context").asText()).isEqualTo("3월에 신청합니다.");
  }

  @Test
  @DisplayName("D-S6, D-S7: nobody but owner and administrator changes it, and is told so")
  void dS6_dS7_refusesStrangers() {
    assertThat(update("linh", "x").refusal()).isEqualTo("403 C006");
    assertThat(campus.eraseAnswer("linh", id).refusal()).isEqualTo("403 C006");
    assertThat(update(Campus.GUEST, "x").refusal()).isEqualTo("401 J001");
    assertThat(campus.answer(Campus.GUEST, question, "x").refusal()).isEqualTo("401 J001");
    assertThat(campus.answers(Campus.GUEST, question, 0, "date").refusal()).isEqualTo("401 J001");
    assertThat(campus.like(Campus.GUEST, id).refusal()).isEqualTo("401 J001");
    assertThat(update(Campus.ADMIN, "x").status()).isEqualTo(200);
    assertThat(campus.eraseAnswer(Campus.ADMIN, id).status()).isEqualTo(200);
  }

  @Test
  @DisplayName(
      "F-91: what an administrator does to another's answer leaves a row, and nothing else does")
  void f91_leavesARowForAnAdministratorsDeed() {
    update("wei", "y");
    assertThat(Items.all(STACK, "AuditTable")).isEmpty();

    update(Campus.ADMIN, "x");
    campus.eraseAnswer(Campus.ADMIN, id);
    campus.eraseAnswer(Campus.ADMIN, id);

    assertThat(Items.all(STACK, "AuditTable"))
        .allSatisfy(
            row -> assertThat(row.get("administrator").s()).isEqualTo(MemberKey.of(Campus.ADMIN)))
        .extracting(row -> row.get("action").s() + " " + row.get("post").s())
        .containsExactlyInAnyOrder("update answer#" + id, "erase answer#" + id);
  }

  @Test
  @DisplayName("D-Q4: an answer is erased with its text and leaves its question's count")
  void dQ4_isErased() {
    ApiResponse erased = campus.eraseAnswer("wei", id);

    assertThat(erased.status()).isEqualTo(200);
    assertThat(erased.body().path("message").asText()).isEqualTo("Successfully delete answer");
    assertThat(campus.answers("wei", question, 0, "date").content().path("answerList")).isEmpty();
    assertThat(Items.all(STACK, "AnswerTable")).isEmpty();
    assertThat(Items.all(STACK, "PostTextTable")).hasSize(1);
    assertThat(count()).isZero();
    assertThat(update("wei", "x").refusal()).isEqualTo("400 C003");
  }

  @Test
  void erasingWhatIsGoneIsASuccess() {
    campus.eraseAnswer("wei", id);

    assertThat(campus.eraseAnswer("wei", id).status()).isEqualTo(200);
    assertThat(campus.eraseAnswer("wei", 1).status()).isEqualTo(200);
    assertThat(count()).isZero();
  }

  @Test
  void needsAQuestion() {
    assertThat(campus.answer("wei", 1, "답").refusal()).isEqualTo("400 C003");
    campus.eraseQuestion("linh", question);
    assertThat(campus.answer("wei", question, "답").refusal()).isEqualTo("400 C003");
    assertThat(campus.answers("wei", question, 0, "date").content().path("answerList")).isEmpty();
    assertThat(campus.answers("wei", 1, 0, "date").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("D-Q3: a list without question, cursor or a good order is 400 C001")
  @ValueSource(
      strings = {
        "{}",
        "{\"questionId\":null,\"cursorId\":0,\"sortBy\":\"date\"}",
        "{\"questionId\":1,\"cursorId\":null,\"sortBy\":\"date\"}",
        "{\"questionId\":1,\"cursorId\":0}",
        "{\"questionId\":1,\"cursorId\":0,\"sortBy\":\"likes\"}"
      })
  void dQ3_refusesWhatIsMissing(String body) {
    assertThat(campus.call("qna-answers", "wei", body).refusal()).isEqualTo("400 C001");
  }

  @ParameterizedTest
  @DisplayName("D-Q3: an answer without question or text is 400 C001")
  @ValueSource(strings = {"{}", "{\"context\":\"x\"}", "{\"questionId\":1,\"context\":\" \"}"})
  void dQ3_refusesAnAnswerWithoutText(String body) {
    assertThat(campus.call("qna-answer", "wei", body).refusal()).isEqualTo("400 C001");
    assertThat(campus.call("qna-updateanswer", "wei", body).refusal()).isEqualTo("400 C001");
  }

  @Test
  @DisplayName("D-F5: the same answer sent twice is one, with one response")
  void dF5_isOneWhenItIsSentTwice() {
    ApiResponse first = campus.answer("linh", question, "같은 답");

    assertThat(campus.answer("linh", question, "같은 답").body()).isEqualTo(first.body());
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void theFiveHundredAndFirstIsRefused() {
    Items.put(
        STACK,
        "QuestionTable",
        Map.of(
            "board",
            "question",
            "id",
            5,
            "title",
            "t",
            "tag",
            "기숙사",
            "author",
            "a",
            "country",
            "c",
            "uuid",
            "u",
            "owner",
            "o",
            "createdDate",
            "d",
            "updatedDate",
            "d"));
    STACK
        .dynamodb()
        .updateItem(
            update ->
                update
                    .tableName(STACK.table("QuestionTable"))
                    .key(Items.item(Map.of("board", "question", "id", 5)))
                    .updateExpression(
                        "SET pictures = :none, answerCount = :count, lastOrdinal = :ordinal")
                    .expressionAttributeValues(
                        Map.of(
                            ":none", AttributeValue.fromL(List.of()),
                            ":count", AttributeValue.fromN("499"),
                            ":ordinal", AttributeValue.fromN("700"))));

    assertThat(campus.answer("linh", 5, "500").status()).isEqualTo(200);
    assertThat(campus.answer("linh", 5, "501").refusal()).isEqualTo("400 C001");
  }

  private ApiResponse update(String uid, String text) {
    return campus.call(
        "qna-updateanswer",
        uid,
        "{\"id\":%d,\"questionId\":null,\"author\":null,\"context\":\"%s\"}".formatted(id, text));
  }

  private JsonNode first() {
    return campus.answers("linh", question, 0, "date").content().at("/answerList/0");
  }

  private int count() {
    return campus.list("{\"cursorId\":0}").content().at("/questionList/0/answerCount").asInt();
  }
}
