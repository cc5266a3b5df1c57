package app.oegukmin.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.chat.ChatDesk.Response;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What both have sent, for clients that have lost it. */
@Tag("process")
class HistoryTest {

  @RegisterExtension static final Stack STACK = Stack.of(ChatDesk.TABLES).withValkey();

  private final FakeClock clock = new FakeClock(Instant.parse("2056-05-01T01:02:03Z"));
  private ChatDesk desk;
  private long room;

  @BeforeEach
  void begin() {
    STACK.clear();
    desk = new ChatDesk(STACK, clock).join("anna", "bori", "chen");
    room = desk.room("anna", "bori");
  }

  @Test
  @DisplayName("D-C12: both members' messages come, each under the id that the reader knows")
  void dC12_givesBothMembersMessages() {
    desk.send("anna", room, "하나");
    desk.send("bori", room, "둘");

    Response history = desk.history("anna", room, "");

    assertThat(history.texts()).containsExactly("하나", "둘");
    assertThat(history.content().path("messages").findValuesAsText("user_id"))
        .containsExactly("anna", "public-bori");
    assertThat(history.content().path("hasNext").asBoolean(true)).isFalse();
    assertThat(history.content().path("lastCursorId").isNull()).isTrue();
  }

  @Test
  @DisplayName("D-C12: a hundred a page, from the newest back to the first")
  void dC12_pages() {
    desk.sendMany("anna", room, 101);

    Response newest = desk.history("bori", room, "0");
    Response oldest = desk.history("bori", room, newest.content().path("lastCursorId").asText());

    assertThat(newest.ids()).hasSize(100).startsWith(3L).endsWith(102L).isSorted();
    assertThat(newest.content().path("hasNext").asBoolean()).isTrue();
    assertThat(oldest.ids()).containsExactly(2L);
    assertThat(oldest.content().path("hasNext").asBoolean(true)).isFalse();
  }

  @Test
  @DisplayName("D-C12: long messages end a page early, and none is left out")
  void dC12_longMessagesAreNotLeftOut() {
    String longest = "😀".repeat(4_990);
    for (int i = 0; i < 60; i++) {
      desk.send("anna", room, longest + i);
    }
    Response newest = desk.history("bori", room, "");
    Response older = desk.history("bori", room, newest.content().path("lastCursorId").asText());

    assertThat(older.content().path("hasNext").asBoolean(true)).isFalse();
    assertThat(newest.ids().size() + older.ids().size()).isEqualTo(60);
  }

  @Test
  @DisplayName("D-C13: history delivers nothing")
  void dC13_historyDeliversNothing() {
    desk.sendMany("anna", room, 3);
    desk.history("bori", room, "");

    assertThat(desk.joinRoom("bori", room, 4).ids()).containsExactly(2L, 3L, 4L);
  }

  @Test
  @DisplayName("D-S11: members only")
  void dS11_othersGetNothing() {
    assertThat(desk.history("chen", room, "").refusal()).isEqualTo("400 Chat room not found");
    assertThat(desk.history("anna", room + 1, "").refusal()).isEqualTo("400 Chat room not found");
    assertThat(desk.history("anna", room, "x").refusal()).isEqualTo("400 Invalid Input");
  }

  @Test
  void whatHasExpiredIsNotThere() {
    desk.send("anna", room, "옛날");
    clock.advance(Duration.ofDays(729));
    desk.send("anna", room, "오늘");
    clock.advance(Duration.ofDays(2));

    Response history = desk.history("bori", room, "");

    assertThat(history.texts()).containsExactly("오늘");
    assertThat(history.content().path("hasNext").asBoolean(true)).isFalse();
  }
}
