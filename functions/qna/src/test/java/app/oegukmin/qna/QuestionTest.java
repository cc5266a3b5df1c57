package app.oegukmin.qna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class QuestionTest {

  @RegisterExtension static final Stack STACK = Stack.of(Campus.TABLES).withValkey();

  private static final String DORM = "기숙사";

  private Campus campus;
  private long id;

  @BeforeEach
  void ask() {
    STACK.clear();
    campus = new Campus(STACK).join("linh", "wei", Campus.ADMIN);
    id = campus.ask("linh", "기숙사 신청", "언제 신청하나요?", DORM);
  }

  @Test
  void isReadAsTheAppNeedsIt() {
    ApiResponse read = campus.read("wei", id);

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body().path("message").asText()).isEqualTo("Successfully read question");
    JsonNode question = read.content().path("questionResponse");
    assertThat(question.path("id").isIntegralNumber()).isTrue();
    assertThat(question.path("id").asLong()).isEqualTo(id);
    assertThat(question.path("title").asText()).isEqualTo("기숙사 신청");
    assertThat(question.path("context").asText()).isEqualTo("언제 신청하나요?");
    assertThat(question.path("tag").asText()).isEqualTo(DORM);
    assertThat(question.path("createdDate").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?")
        .isEqualTo(question.path("updatedDate").asText());
    assertThat(question.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "title",
            "author",
            "context",
            "createdDate",
            "updatedDate",
            "tag",
            "country",
            "uuid",
            "viewCount");
    assertThat(read.content().path("imgUrl").isArray()).isTrue();
    assertThat(read.content().path("thumbnailUrl")).isEmpty();
  }

  @Test
  @DisplayName("D-S1: only its author sees the own uid, everybody else the public id")
  void dS1_hidesTheUid() {
    assertThat(uuid("linh")).isEqualTo("linh");
    assertThat(uuid("wei")).isEqualTo("public-linh");
    assertThat(uuid(Campus.GUEST)).isEqualTo("public-linh");
    assertThat(Items.all(STACK, "QuestionTable").toString()).doesNotContain("S=linh)");
  }

  private String uuid(String viewer) {
    return campus.read(viewer, id).content().at("/questionResponse/uuid").asText();
  }

  @Test
  @DisplayName("D-S10: author and country are the profile's, whatever an update says")
  void dS10_takesAuthorAndCountryFromTheProfile() {
    assertThat(
            campus
                .updateQuestion("linh", change("제목", "본문", DORM).replace("\"A\"", "{\"x\":null}"))
                .status())
        .isEqualTo(200);

    JsonNode question = campus.read("wei", id).content().path("questionResponse");
    assertThat(question.path("author").asText()).isEqualTo("이름 linh");
    assertThat(question.path("country").asText()).isEqualTo("Vietnam");
  }

  @Test
  @DisplayName("D-Q13: an update stores title, text and tag")
  void dQ13_storesWhatItDemands() {
    ApiResponse update = campus.updateQuestion("linh", change("새 제목", "새 본문", "문화정보"));

    assertThat(update.status()).isEqualTo(200);
    assertThat(update.content().asInt()).isEqualTo(200);
    assertThat(update.body().path("message").asText()).isEqualTo("Successfully update question");
    JsonNode question = campus.read("wei", id).content().path("questionResponse");
    assertThat(question.path("title").asText()).isEqualTo("새 제목");
    assertThat(question.path("context").asText()).isEqualTo("새 본문");
    assertThat(question.path("tag").asText()).isEqualTo("문화정보");
  }

  @Test
  @DisplayName("D-S6, D-S7: nobody but owner and administrator changes it, and is told so")
  void dS6_dS7_refusesStrangers() {
    String change = change("제목", "본문", DORM);

    assertThat(campus.updateQuestion("wei", change).refusal()).isEqualTo("403 C006");
    assertThat(campus.eraseQuestion("wei", id).refusal()).isEqualTo("403 C006");
    assertThat(campus.updateQuestion(Campus.GUEST, change).refusal()).isEqualTo("401 J001");
    assertThat(campus.eraseQuestion(Campus.GUEST, id).refusal()).isEqualTo("401 J001");
    assertThat(campus.updateQuestion(Campus.ADMIN, change).status()).isEqualTo(200);
    assertThat(campus.eraseQuestion(Campus.ADMIN, id).status()).isEqualTo(200);
  }

  @Test
  @DisplayName(
      "F-91: what an administrator does to another's question leaves a row, and nothing else does")
  void f91_leavesARowForAnAdministratorsDeed() {
    String change = change("제목", "본문", DORM);
    campus.updateQuestion("linh", change);
    assertThat(Items.all(STACK, "AuditTable")).isEmpty();

    campus.updateQuestion(Campus.ADMIN, change);
    campus.eraseQuestion(Campus.ADMIN, id);
    campus.eraseQuestion(Campus.ADMIN, id);

    assertThat(Items.all(STACK, "AuditTable"))
        .allSatisfy(
            row -> assertThat(row.get("administrator").s()).isEqualTo(MemberKey.of(Campus.ADMIN)))
        .extracting(row -> row.get("action").s() + " " + row.get("post").s())
        .containsExactlyInAnyOrder("update question#" + id, "erase question#" + id);
  }

  @Test
  @DisplayName("D-Q4: a question is erased at once, and erasing it again is a success")
  void dQ4_isErased() {
    ApiResponse erased = campus.eraseQuestion("linh", id);

    assertThat(erased.status()).isEqualTo(200);
    assertThat(erased.body().path("message").asText()).isEqualTo("Successfully delete question");
    assertThat(erased.content().asInt()).isEqualTo(200);
    assertThat(campus.read("linh", id).refusal()).isEqualTo("400 C003");
    assertThat(campus.eraseQuestion("linh", id).status()).isEqualTo(200);
    assertThat(campus.updateQuestion("linh", change("제목", "본문", DORM)).refusal())
        .isEqualTo("400 C003");
    assertThat(Items.all(STACK, "QuestionTable")).isEmpty();
    assertThat(Items.all(STACK, "PostTextTable")).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("D-Q3: what an update lacks is 400 C001")
  @ValueSource(strings = {"id", "title", "context", "tag"})
  void dQ3_refusesWhatIsMissing(String field) {
    String change = change("제목", "본문", DORM).replace("\"" + field + "\"", "\"not\"");

    assertThat(campus.updateQuestion("linh", change).refusal()).isEqualTo("400 C001");
  }

  @Test
  @DisplayName("D-Q3: lengths, tags and malformed bodies are 400 C001")
  void dQ3_refusesWhatIsNotAllowed() {
    assertThat(update("가".repeat(256), "본문", DORM)).isEqualTo("400 C001");
    assertThat(update("제목", "가".repeat(50_001), DORM)).isEqualTo("400 C001");
    assertThat(update("제목", "본문", "비자")).isEqualTo("400 C001");
    assertThat(campus.updateQuestion("linh", null).refusal()).isEqualTo("400 C001");
    assertThat(campus.updateQuestion("linh", "{").refusal()).isEqualTo("400 C001");
    assertThat(campus.call("qna-read", "linh", Map.of()).refusal()).isEqualTo("400 C001");
    assertThat(campus.call("qna-read", "linh", Map.of("id", "x")).refusal()).isEqualTo("400 C001");
    assertThat(update("가".repeat(255), "가".repeat(50_000), DORM)).isEqualTo("200 ");
  }

  @Test
  void whoHasNoAccountAnyMoreWritesNothing() {
    STACK.clear();

    assertThatThrownBy(() -> campus.ask("linh", "제목", "본문", DORM))
        .isInstanceOf(ApiException.class)
        .hasMessage("Entity Not Found");
    assertThat(Items.all(STACK, "QuestionTable")).isEmpty();
    assertThat(Items.all(STACK, "SubmissionTable")).isEmpty();
  }

  @Test
  @DisplayName("D-F5: the same question sent twice is one, with one response")
  void dF5_isOneWhenItIsSentTwice() {
    QuestionRequest request = new QuestionRequest("제목", "본문", DORM);

    assertThat(campus.create("wei", request)).isEqualTo(campus.create("wei", request));
    assertThat(Items.all(STACK, "QuestionTable")).hasSize(2);
  }

  private String update(String title, String text, String tag) {
    return campus.updateQuestion("linh", change(title, text, tag)).refusal();
  }

  @Test
  void countsWhoLooks() {
    long id = campus.ask("linh", "기숙사", "신청은 언제인가요?", "기숙사");

    assertThat(viewCount("wei", id)).isEqualTo(1);
    assertThat(viewCount("wei", id)).isEqualTo(1);
    assertThat(viewCount(Campus.GUEST, id)).isEqualTo(2);
  }

  private long viewCount(String viewer, long id) {
    return campus.read(viewer, id).content().at("/questionResponse/viewCount").asLong();
  }

  private String change(String title, String text, String tag) {
    return """
    {"id":%d,"title":"%s","author":"A","context":"%s","tag":"%s","country":null}\
    """
        .formatted(id, title, text, tag);
  }
}
