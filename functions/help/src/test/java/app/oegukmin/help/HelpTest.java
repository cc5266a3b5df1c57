package app.oegukmin.help;

import static app.oegukmin.help.HelpBoard.ADMIN;
import static app.oegukmin.help.HelpBoard.GUEST;
import static app.oegukmin.help.HelpBoard.body;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One article from its beginning to its end (contract §6.7). */
@Tag("process")
class HelpTest {

  @RegisterExtension static final Stack STACK = Stack.of(HelpBoard.TABLES).withValkey();

  private HelpBoard board;

  @BeforeEach
  void begin() {
    STACK.clear();
    board = new HelpBoard(STACK).join("anna", "bori", ADMIN);
  }

  @Test
  @DisplayName("D-S10: author and country come from the profile, whatever the body says")
  void dS10_createsWithTheProfilesAuthor() {
    ApiResponse response = board.create("anna", body("은행", "같이 가요", 0));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body().path("message").asText()).isEqualTo("Successfully create help");
    JsonNode help = response.content();
    assertThat(help.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "isDone",
            "isHelper",
            "title",
            "context",
            "author",
            "country",
            "createdDate",
            "updatedDate",
            "uuid");
    assertThat(help.path("id").isIntegralNumber()).isTrue();
    assertThat(help.path("author").asText()).isEqualTo("이름 anna");
    assertThat(help.path("country").asText()).isEqualTo("Vietnam");
    assertThat(help.path("uuid").asText()).isEqualTo("anna");
  }

  @ParameterizedTest
  @DisplayName("Contract §1.12: isHelper comes as 0 and 1 and goes as a boolean")
  @CsvSource({"0, false", "1, true", "true, true", "false, false", "null, false"})
  void takesNumbersForIsHelper(String sent, boolean helper) {
    JsonNode help =
        board
            .create("anna", "{\"title\":\"제목\",\"context\":\"글\",\"isHelper\":%s}".formatted(sent))
            .content();

    assertThat(help.path("isHelper").isBoolean()).isTrue();
    assertThat(help.path("isHelper").asBoolean()).isEqualTo(helper);
    assertThat(help.path("isDone").isBoolean()).isTrue();
  }

  @Test
  @DisplayName("D-S1: the real uid is its owner's alone")
  void dS1_showsOthersAnOpaqueId() {
    long id = board.write("anna", "은행", 0);

    assertThat(uuid(board.read("anna", id))).isEqualTo("anna");
    assertThat(uuid(board.read("bori", id))).isEqualTo("public-anna");
    assertThat(uuid(board.read(GUEST, id))).isEqualTo("public-anna");
    assertThat(board.read(GUEST, id).body().toString())
        .doesNotContain("\"anna\"", MemberKey.of("anna"));
  }

  private static String uuid(ApiResponse response) {
    return response.content().path("uuid").asText();
  }

  @ParameterizedTest
  @DisplayName("D-Q3: a missing or endless text is the client's mistake")
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"title\":\"제목\"}",
        "{\"title\":\" \",\"context\":\"글\"}",
        "{\"title\":null,\"context\":\"글\"}",
        "{\"title\":\"제목\",\"context\":\"\\u0000\"}",
        "null"
      })
  void dQ3_refusesABadBody(String body) {
    assertThat(board.create("anna", body).refusal()).isEqualTo("400 C001");
    assertThat(Items.all(STACK, "HelpTable")).isEmpty();
  }

  @Test
  void refusesTextsThatAreTooLong() {
    assertThat(board.create("anna", body("가".repeat(255), "글", 0)).status()).isEqualTo(200);
    assertThat(board.create("anna", body("가".repeat(256), "글", 0)).refusal()).isEqualTo("400 C001");
    assertThat(board.create("anna", body("제목", "가".repeat(10_000), 0)).status()).isEqualTo(200);
    assertThat(board.create("anna", body("제목", "가".repeat(10_001), 0)).refusal())
        .isEqualTo("400 C001");
  }

  @Test
  @DisplayName("D-F5: the same article twice is one, also when both race")
  void dF5_makesOneOfTwins() throws Exception {
    Callable<ApiResponse> create = () -> new HelpBoard(STACK).create("anna", body("쌍둥이", "글", 1));
    List<ApiResponse> responses;
    try (var threads = Executors.newFixedThreadPool(4)) {
      responses =
          threads.invokeAll(Stream.generate(() -> create).limit(4).toList()).stream()
              .map(future -> future.resultNow())
              .toList();
    }

    assertThat(responses).extracting(ApiResponse::status).containsOnly(200);
    assertThat(responses).extracting(ApiResponse::body).containsOnly(responses.getFirst().body());
    assertThat(Items.all(STACK, "HelpTable")).hasSize(1);
    assertThat(board.write("anna", "다른 글", 1))
        .isNotEqualTo(responses.getFirst().content().path("id").asLong());
  }

  @Test
  @DisplayName("D-S7: done is the owner's alone, and others are told so")
  void dS7_letsTheOwnerAloneEndIt() {
    long id = board.write("anna", "은행", 0);
    board.read(GUEST, id);

    assertThat(board.done("bori", id).refusal()).isEqualTo("403 C006");
    assertThat(board.done(ADMIN, id).refusal()).isEqualTo("403 C006");
    assertThat(board.done(GUEST, id).refusal()).isEqualTo("401 J001");
    assertThat(board.read(GUEST, id).content().path("isDone").asBoolean()).isFalse();
    assertThat(board.done("anna", id).content().asInt()).isEqualTo(200);
    assertThat(board.done("anna", id).status()).isEqualTo(200);
    assertThat(board.read(GUEST, id).content().path("isDone").asBoolean()).isTrue();
    assertThat(board.done("anna", 7).refusal()).isEqualTo("400 C003");
  }

  @Test
  @DisplayName("D-S7, D-Q13: owner and administrator update all that an update names")
  void dQ13_storesWhatAnUpdateNames() {
    long id = board.write("anna", "은행", 0);

    assertThat(board.update("bori", id, "").refusal()).isEqualTo("403 C006");
    assertThat(board.update(GUEST, id, "").refusal()).isEqualTo("401 J001");
    assertThat(board.update("anna", 7, "").refusal()).isEqualTo("400 C003");
    assertThat(board.update("anna", id, ",\"isHelper\":1").content().asInt()).isEqualTo(200);
    JsonNode help = board.read(GUEST, id).content();
    assertThat(help.path("title").asText()).isEqualTo("새 제목");
    assertThat(help.path("context").asText()).isEqualTo("새 글");
    assertThat(help.path("isHelper").asBoolean()).isTrue();
    assertThat(board.update("anna", id, "").status()).isEqualTo(200);
    assertThat(board.read(GUEST, id).content().path("isHelper").asBoolean()).isTrue();
    assertThat(Items.all(STACK, "AuditTable")).isEmpty();
    assertThat(board.update(ADMIN, id, "").status()).isEqualTo(200);
    assertThat(Items.all(STACK, "AuditTable"))
        .extracting(row -> row.get("action").s() + " " + row.get("post").s())
        .containsExactly("update help#" + id);
  }

  @Test
  @DisplayName("D-S6: owner and administrator erase, nobody else, and nothing is left")
  void dS6_erasesWithItsText() {
    long id = board.write("anna", "은행", 0);
    long second = board.write("anna", "병원", 0);
    board.read(GUEST, id);

    assertThat(board.erase("bori", id).refusal()).isEqualTo("403 C006");
    assertThat(board.erase(GUEST, id).refusal()).isEqualTo("401 J001");
    assertThat(board.read(GUEST, id).status()).isEqualTo(200);
    assertThat(board.erase("anna", id).content().asInt()).isEqualTo(200);
    assertThat(board.erase("anna", id).status()).isEqualTo(200);
    assertThat(board.read(GUEST, id).refusal()).isEqualTo("400 C003");
    assertThat(board.erase(ADMIN, second).status()).isEqualTo(200);
    assertThat(Items.all(STACK, "HelpTable")).isEmpty();
    assertThat(Items.all(STACK, "PostTextTable")).isEmpty();
    assertThat(Items.all(STACK, "AuditTable")).hasSize(1);
  }

  @Test
  void knowsNothingOfAnIdThatIsNone() {
    assertThat(board.read(GUEST, 7).refusal()).isEqualTo("400 C003");
    assertThat(board.call("help-read", GUEST, "").status()).isEqualTo(400);
  }

  @Test
  void aMemberWhoHasLeftWritesNothing() {
    assertThat(board.create("gone", body("은행", "글", 0)).refusal()).isEqualTo("400 C003");
    assertThat(board.create(GUEST, body("은행", "글", 0)).refusal()).isEqualTo("401 J001");
    assertThat(Items.all(STACK, "HelpTable")).isEmpty();
    assertThat(Items.all(STACK, "SubmissionTable")).isEmpty();
  }
}
