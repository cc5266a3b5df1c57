package app.oegukmin.faq;

import static app.oegukmin.faq.FaqDesk.ADMIN;
import static app.oegukmin.faq.FaqDesk.GUEST;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of the FAQ (contract §6.6). */
@Tag("process")
class FaqTest {

  @RegisterExtension static final Stack STACK = Stack.of(FaqDesk.TABLES).withValkey();

  private FaqDesk desk;

  @BeforeEach
  void begin() {
    STACK.clear();
    desk = new FaqDesk(STACK);
  }

  @Test
  void showsAnEntryToEverybody() {
    desk.store(9, "비자 연장", "KO", "비자");

    JsonNode response = desk.read(9).body();
    assertThat(response.path("message").asText()).isEqualTo("Successfully read FAQ");
    JsonNode faq = response.at("/response/faqResponse");
    assertThat(faq.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "title",
            "author",
            "question",
            "answer",
            "createdDate",
            "updatedDate",
            "tag",
            "language");
    assertThat(faq.path("question").asText()).isEqualTo("질문 비자 연장");
    assertThat(faq.path("answer").asText()).isEqualTo("답 비자 연장");
    assertThat(response.at("/response/imgUrl/0").asText()).endsWith("/faq/9/a.jpg");
    assertThat(response.at("/response/thumbnailUrl/0").asText()).endsWith("/faq/9/b.jpg");
    assertThat(desk.read(8).refusal()).isEqualTo("400 C003");
  }

  @Test
  @DisplayName("D-Q1: pages are newest first, and each entry comes exactly once")
  void dQ1_pagesDownwards() {
    List<Long> written = new ArrayList<>();
    for (long id = 45; id > 0; id--) {
      desk.store(id, "항목 " + id, "KO", "비자");
      written.add(id);
    }
    List<Long> seen = new ArrayList<>();
    long cursor = 0;
    do {
      JsonNode page = desk.list(cursor, "").content();
      page.path("faqList").forEach(row -> seen.add(row.path("id").asLong()));
      assertThat(page.path("hasNext").asBoolean()).isEqualTo(!page.path("lastCursorId").isNull());
      cursor = page.path("lastCursorId").asLong();
    } while (cursor != 0);

    assertThat(seen).isEqualTo(written);
  }

  @Test
  void filtersByLanguageAndTag() {
    desk.store(1, "비자 연장", "KO", "비자");
    desk.store(2, "Visa extension", "EN-US", "visa");
    desk.store(3, "签证", "ZH", "签证");
    desk.store(4, "기숙사 신청", "KO", "기숙사");

    assertThat(desk.list(0, ",\"language\":\"KO\"").titles()).containsExactly("기숙사 신청", "비자 연장");
    assertThat(desk.list(0, ",\"language\":\"ZH\"").titles()).containsExactly("签证");
    assertThat(desk.list(0, ",\"language\":\"FR\"").titles()).isEmpty();
    assertThat(desk.list(0, ",\"language\":\" \",\"tag\":null,\"word\":\"\"").titles()).hasSize(4);
    assertThat(desk.list(0, ",\"language\":\"KO\",\"tag\":\"비자\"").titles())
        .containsExactly("비자 연장");
    JsonNode row = desk.list(0, ",\"language\":\"ZH\"").content().path("faqList").path(0);
    assertThat(row.fieldNames())
        .toIterable()
        .containsExactly("id", "title", "author", "createdDate", "tag", "language");
  }

  @ParameterizedTest
  @DisplayName("D-Q3: a missing cursor is the client's mistake")
  @ValueSource(strings = {"{}", "null", "{\"cursorId\":null}", "{\"cursorId\":-1}"})
  void dQ3_wantsACursor(String body) {
    assertThat(desk.call("faq-list", GUEST, body).refusal()).isEqualTo("400 C001");
  }

  @Test
  @DisplayName("D-S5: administrators alone change and erase, and leave a row each")
  void dS5_isWrittenByAdministratorsAlone() {
    desk.store(9, "비자 연장", "KO", "비자");
    for (String uid : List.of(GUEST, "anna")) {
      assertThat(desk.update(uid, 9).refusal()).isEqualTo("403 C006");
      assertThat(desk.erase(uid, 9).refusal()).isEqualTo("403 C006");
    }
    assertThat(desk.read(9).content().at("/faqResponse/title").asText()).isEqualTo("비자 연장");
    assertThat(Items.all(STACK, "AuditTable")).isEmpty();

    assertThat(desk.update(ADMIN, 9).content().asInt()).isEqualTo(200);
    assertThat(desk.erase(ADMIN, 9).content().asInt()).isEqualTo(200);
    assertThat(Items.all(STACK, "AuditTable"))
        .extracting(row -> row.get("action").s() + " " + row.get("post").s())
        .containsExactlyInAnyOrder("update faq#9", "erase faq#9");
  }

  @Test
  @DisplayName("D-Q13: an update stores all that it names")
  void dQ13_replacesEverything() {
    desk.store(9, "비자 연장", "KO", "비자");
    desk.read(9);
    desk.update(ADMIN, 9);

    JsonNode faq = desk.read(9).content();
    assertThat(faq.path("faqResponse").toString())
        .contains("새 제목", "새 질문", "새 답", "\"ZH\"", "새 태그")
        .doesNotContain("비자");
    assertThat(faq.path("imgUrl")).hasSize(1);
    assertThat(desk.list(0, ",\"language\":\"ZH\"").titles()).containsExactly("새 제목");
    assertThat(desk.list(0, ",\"language\":\"KO\"").titles()).isEmpty();
    assertThat(desk.update(ADMIN, 8).refusal()).isEqualTo("400 C003");
    assertThat(desk.call("faq-update", ADMIN, "{\"id\":9}").refusal()).isEqualTo("400 C001");
    assertThat(Items.all(STACK, "FaqTable")).hasSize(1);
    assertThat(Items.all(STACK, "PostTextTable")).hasSize(2);
  }

  @Test
  @DisplayName("D-Q4: an entry is erased with its texts")
  void dQ4_erasesWithItsTexts() {
    desk.store(9, "비자 연장", "KO", "비자");
    desk.read(9);
    desk.erase(ADMIN, 9);

    assertThat(desk.read(9).refusal()).isEqualTo("400 C003");
    assertThat(desk.list(0, "").titles()).isEmpty();
    assertThat(Items.all(STACK, "FaqTable")).isEmpty();
    assertThat(Items.all(STACK, "PostTextTable")).isEmpty();
    assertThat(desk.erase(ADMIN, 9).status()).isEqualTo(200);
  }

  @Test
  void leavesOutWhatIsHidden() {
    desk.store(9, "숨김", "KO", "비자");
    desk.hide(9);

    assertThat(desk.read(9).refusal()).isEqualTo("400 C003");
    assertThat(desk.list(0, "").titles()).isEmpty();
  }

  @Test
  void aReadTakesOneRoundTripOnAHitAndAListFiveOnAMiss() {
    for (long id = 1; id < 8; id++) {
      desk.store(id, "항목 " + id, "KO", "비자");
    }
    // Opens the connection to Valkey.
    desk.read(99);

    assertThat(trips(() -> desk.read(3))).isEqualTo(4);
    assertThat(trips(() -> desk.read(3))).isEqualTo(1);
    assertThat(trips(() -> desk.list(0, ""))).isEqualTo(5);
    assertThat(trips(() -> desk.list(0, ""))).isEqualTo(1);
  }

  private static long trips(Runnable call) {
    AwsCalls.forget();
    long before = STACK.valkeyRequests();
    call.run();
    // The second look at the counter is a request of its own.
    return AwsCalls.operations().size() + STACK.valkeyRequests() - before - 1;
  }
}
