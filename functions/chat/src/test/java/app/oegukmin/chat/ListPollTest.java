package app.oegukmin.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.chat.ChatDesk.Response;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The poll of the app's list (contract §6.9). */
@Tag("process")
class ListPollTest {

  @RegisterExtension static final Stack STACK = Stack.of(ChatDesk.TABLES).withValkey();

  private ChatDesk desk;
  private PollDesk polls;
  private long room;
  private long other;

  @BeforeEach
  void begin() {
    STACK.clear();
    desk = new ChatDesk(STACK).join("anna", "bori", "chen");
    polls = new PollDesk(STACK);
    room = desk.room("anna", "bori");
    other = desk.room("chen", "bori");
  }

  @AfterEach
  void end() {
    polls.close();
  }

  @Test
  void givesTheNewestMessageOfEachRoom() {
    desk.sendMany("anna", room, 3);
    desk.send("chen", other, "첸");
    desk.send("bori", other, "내 글");

    Response response = polls.client().list("bori", body(2, 1));

    assertThat(response.refusal()).isEqualTo("200 Polling Successful");
    JsonNode messages = response.content().path("messages");
    assertThat(messages.findValuesAsText("id")).containsExactly("2", "4");
    assertThat(messages.path(0).path("chat_room_id").asLong()).isEqualTo(other);
    assertThat(messages.path(0).path("content").asText()).isEqualTo("첸");
    assertThat(messages.path(0).path("user_id").asText()).isEqualTo("public-chen");
    assertThat(messages.path(0).path("user_name").asText()).isEqualTo("이름 chen");
    assertThat(messages.path(0).fieldNames())
        .toIterable()
        .containsExactly("id", "chat_room_id", "content", "user_id", "user_name", "timestamp");
  }

  @Test
  @DisplayName("D-C2: a message in any of the rooms wakes it")
  void dC2_anyRoomWakes() throws Exception {
    var client = polls.client();
    Future<Response> poll = polls.waiting(() -> client.list("bori", body(0, 0)), 1);

    desk.send("chen", other, "일어나");

    assertThat(poll.get().texts()).containsExactly("일어나");
  }

  @Test
  @DisplayName("D-C2: it reads the store once while nothing comes")
  void dC2_readsTheStoreOnce() {
    var client = polls.with("CHAT_WAIT_SECONDS", "1").client();
    client.list("bori", body(0, 0));
    AwsCalls.forget();

    assertThat(client.list("bori", body(0, 0)).refusal())
        .isEqualTo("400 Chat Message List timeout");
    assertThat(AwsCalls.operations()).containsExactly("BatchGetItem");
  }

  @Test
  @DisplayName("D-S11: rooms of others are left out, whatever the list names")
  void dS11_leavesOutRoomsOfOthers() {
    desk.send("anna", room, "비밀");
    desk.send("chen", other, "글");

    assertThat(polls.with("CHAT_WAIT_SECONDS", "0").client().list("chen", body(0, 0)).refusal())
        .isEqualTo("400 Chat Message List timeout");
  }

  @Test
  @DisplayName("D-S11: a list of nothing but rooms of others takes no place of who waits")
  void dS11_waitsForNoRoomOfOthers() {
    var client = polls.with("CHAT_WAIT_SECONDS", "12").client();
    String others = "{\"list\":[{\"id\":%d},{\"id\":404}]}".formatted(room);
    client.list("chen", others);
    long before = STACK.valkeyRequests();

    assertThat(client.list("chen", others).refusal()).isEqualTo("400 Chat Message List timeout");
    assertThat(STACK.valkeyRequests() - before - 1).isEqualTo(1);
  }

  @Test
  @DisplayName("D-C13: what the list was shown does not count as delivered")
  void dC13_deliversNothing() {
    desk.sendMany("anna", room, 3);
    polls.client().list("bori", body(0, 0));

    assertThat(desk.first("bori").path("last_message_id").asLong()).isEqualTo(1);
    assertThat(desk.joinRoom("bori", room, 4).ids()).containsExactly(2L, 3L, 4L);
  }

  @Test
  @DisplayName("D-C9: an empty list waits, and then it is a timeout")
  void dC9_anEmptyListWaits() throws Exception {
    var client = polls.with("CHAT_WAIT_SECONDS", "1").client();
    Future<Response> poll = polls.waiting(() -> client.list("anna", "{\"list\":[]}"), 1);

    assertThat(poll.isDone()).isFalse();
    assertThat(poll.get().refusal()).isEqualTo("400 Chat Message List timeout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"list\":null}", "{\"list\":[null]}", "[]", "{\"list\":5}"})
  void withoutAListItIsInvalid(String body) {
    Response response = polls.client().list("bori", body);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body().path("success").isBoolean()).isTrue();
    assertThat(STACK.valkey().exists(PollDesk.WAITERS)).isFalse();
  }

  private String body(long known, long knownOther) {
    return "{\"list\":[{\"id\":%d,\"message_id\":%d},{\"id\":%d,\"message_id\":%d},{\"id\":404}]}"
        .formatted(room, known, other, knownOther);
  }
}
