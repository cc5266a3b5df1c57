package app.oegukmin.help;

import static app.oegukmin.help.HelpBoard.ADMIN;
import static app.oegukmin.help.HelpBoard.GUEST;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages of articles (contract §6.7, §7.8). */
@Tag("process")
class HelpListTest {

  @RegisterExtension static final Stack STACK = Stack.of(HelpBoard.TABLES).withValkey();

  private HelpBoard board;

  @BeforeEach
  void begin() {
    STACK.clear();
    board = new HelpBoard(STACK).join("anna", "bori", "chan", ADMIN);
  }

  @Test
  @DisplayName("D-Q1: pages are newest first, and each article comes exactly once")
  void dQ1_pagesDownwards() {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 43; i++) {
      written.add("글 " + i);
      board.write("anna", "글 " + i, i % 2);
    }
    Collections.reverse(written);

    assertThat(all(GUEST, "")).isEqualTo(written);
    JsonNode last = board.list(GUEST, 1, "").content();
    assertThat(last.path("lastCursorId").isNull()).isTrue();
    assertThat(last.path("hasNext").isBoolean()).isTrue();
    assertThat(last.path("helpList").isArray()).isTrue();
  }

  @Test
  void aRowHasWhatTheAppReads() {
    board.write("anna", "은행", 1);

    JsonNode row = board.list(GUEST).content().path("helpList").path(0);
    assertThat(row.fieldNames())
        .toIterable()
        .containsExactly("id", "title", "author", "country", "createdDate", "isDone", "isHelper");
    assertThat(row.path("isDone").isBoolean()).isTrue();
    assertThat(row.path("isHelper").asBoolean()).isTrue();
  }

  @Test
  void filtersBySideAndEnd() {
    board.write("anna", "도와주세요", 0);
    board.write("anna", "도와줄게요", 1);
    board.done("anna", board.write("bori", "끝난 글", 0));
    long over = board.write("anna", "끝", 0);
    board.done("anna", over);

    assertThat(titles(GUEST, ",\"isHelper\":false")).containsExactly("끝", "끝난 글", "도와주세요");
    assertThat(titles(GUEST, ",\"isHelper\":true")).containsExactly("도와줄게요");
    assertThat(titles(GUEST, ",\"isDone\":true")).containsExactly("끝");
    assertThat(titles(GUEST, ",\"isDone\":false,\"isHelper\":0")).containsExactly("끝난 글", "도와주세요");
  }

  @Test
  @DisplayName("D-S1: mine works by the opaque id, and by the own uid, and by nobody else's uid")
  void dS1_filtersByOwner() {
    board.write("anna", "안나의 글", 0);
    board.write("bori", "보리의 글", 1);
    board.write("anna", "안나의 둘째", 1);

    assertThat(titles("anna", mine("anna"))).containsExactly("안나의 둘째", "안나의 글");
    assertThat(titles("anna", mine("anna") + ",\"isHelper\":1")).containsExactly("안나의 둘째");
    assertThat(titles("bori", mine("public-anna"))).containsExactly("안나의 둘째", "안나의 글");
    assertThat(titles(GUEST, mine("public-bori"))).containsExactly("보리의 글");
    assertThat(titles("bori", mine("anna"))).isEmpty();
    assertThat(titles(GUEST, mine("anna"))).isEmpty();
    assertThat(titles(GUEST, mine("x".repeat(5000)))).isEmpty();
    assertThat(titles(GUEST, mine(" "))).hasSize(3);
  }

  private static String mine(String id) {
    return ",\"isMine\":\"" + id + "\"";
  }

  @Test
  @DisplayName("D-Q3: a missing cursor is the client's mistake")
  void dQ3_wantsACursor() {
    assertThat(board.call("help-list", GUEST, "{}").refusal()).isEqualTo("400 C001");
    assertThat(board.call("help-list", GUEST, "{\"cursorId\":null}").refusal())
        .isEqualTo("400 C001");
    assertThat(board.call("help-list", GUEST, "{\"cursorId\":-1}").refusal()).isEqualTo("400 C001");
    assertThat(board.call("help-list", GUEST, "null").refusal()).isEqualTo("400 C001");
  }

  @Test
  void leavesOutWhatIsHidden() {
    long id = board.write("anna", "숨길 글", 0);
    board.write("bori", "보이는 글", 0);
    board.hide(id);

    assertThat(titles(GUEST, "")).containsExactly("보이는 글");
    assertThat(titles("anna", mine("anna"))).isEmpty();
    assertThat(board.read(GUEST, id).refusal()).isEqualTo("400 C003");
  }

  @Test
  void fillsAPageWithoutThoseWhomTheViewerBlocks() {
    for (int i = 0; i < 15; i++) {
      board.write("anna", "안나 " + i, 0);
    }
    for (int i = 0; i < 30; i++) {
      board.write("bori", "보리 " + i, 0);
    }
    board.block("chan", "bori");

    ApiResponse page = board.list("chan");
    assertThat(page.titles()).hasSize(15).allMatch(title -> title.startsWith("안나"));
    assertThat(board.list("anna").titles()).hasSize(20);
    assertThat(all("chan", "")).hasSize(15);
  }

  private List<String> titles(String uid, String more) {
    return board.list(uid, 0, more).titles();
  }

  private List<String> all(String uid, String more) {
    Map<Long, String> found = new TreeMap<>(Collections.reverseOrder());
    long cursor = 0;
    do {
      JsonNode page = board.list(uid, cursor, more).content();
      page.path("helpList")
          .forEach(
              row ->
                  assertThat(found.put(row.path("id").asLong(), row.path("title").asText()))
                      .isNull());
      assertThat(page.path("hasNext").asBoolean()).isEqualTo(!page.path("lastCursorId").isNull());
      cursor = page.path("lastCursorId").asLong();
    } while (cursor != 0);
    return List.copyOf(found.values());
  }
}
