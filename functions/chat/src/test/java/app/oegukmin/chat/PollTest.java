package app.oegukmin.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.chat.ChatDesk.Response;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The poll of a room: what it gives, when it waits, and what wakes it (contract §6.9). */
@Tag("process")
class PollTest {

  @RegisterExtension static final Stack STACK = Stack.of(ChatDesk.TABLES).withValkey();

  private ChatDesk desk;
  private PollDesk polls;
  private long room;

  @BeforeEach
  void begin() {
    STACK.clear();
    desk = new ChatDesk(STACK).join("anna", "bori", "chen");
    polls = new PollDesk(STACK);
    room = desk.room("anna", "bori");
  }

  @AfterEach
  void end() {
    polls.close();
  }

  @Test
  void whatIsThereComesAtOnce() {
    desk.sendMany("anna", room, 3);

    Response response = polls.client().room("bori", room, 1);

    assertThat(response.refusal()).isEqualTo("200 Polling Successful");
    assertThat(response.ids()).containsExactly(2L, 3L, 4L);
    assertThat(STACK.valkey().exists(PollDesk.WAITERS)).isFalse();
  }

  @ParameterizedTest
  @DisplayName("A message wakes the poll that waits for it, however it waits")
  @ValueSource(strings = {"block", "poll"})
  void aMessageWakes(String how) throws Exception {
    var client = polls.with("CHAT_WAKE", how).client();
    Future<Response> poll = polls.waiting(() -> client.room("bori", room, 0), 1);

    desk.send("anna", room, "일어나");

    assertThat(poll.get().texts()).containsExactly("일어나");
    assertThat(STACK.valkey().exists(PollDesk.WAITERS)).isFalse();
    assertThat(client.room("bori", room, 0).ids()).containsExactly(2L);
  }

  @ParameterizedTest
  @DisplayName("D-C2: a poll reads the store once, however long it waits")
  @ValueSource(strings = {"block", "poll"})
  void dC2_readsNoStoreWhileItWaits(String how) {
    var client = polls.with("CHAT_WAKE", how).with("CHAT_WAIT_SECONDS", "1").client();
    client.room("bori", room, 0);
    AwsCalls.forget();

    assertThat(client.room("bori", room, 0).refusal()).isEqualTo("400 Chat room timeout");
    assertThat(AwsCalls.operations()).containsExactly("BatchGetItem");
  }

  @Test
  @DisplayName("D-C2: a poll that one message wakes takes one read and one write")
  void dC2_oneMessageComesWithThePosition() throws Exception {
    var client = polls.client();
    desk.send("bori", room, "물어볼게");
    Future<Response> poll = polls.waiting(() -> client.room("bori", room, 2), 1);
    AwsCalls.forget();
    desk.send("anna", room, "그래");

    assertThat(poll.get().ids()).containsExactly(3L);
    assertThat(AwsCalls.operations())
        .as("the send's, then the poll's")
        .containsExactlyInAnyOrder(
            "BatchGetItem", "TransactWriteItems", "BatchGetItem", "UpdateItem");
  }

  @Test
  @DisplayName("D-C13: what came together with the message that woke the poll comes, too")
  void dC13_theMessageThatWakesIsNotAlone() throws Exception {
    polls.with("CHAT_WAIT_SECONDS", "8");
    var client = polls.client();
    desk.sendMany("bori", room, 2);
    Future<Response> poll = polls.waiting(() -> client.room("bori", room, 0), 1);

    ChatDesk.withoutValkey(STACK, Clock.systemUTC()).sendMany("anna", room, 2);
    desk.send("anna", room, "셋");

    assertThat(poll.get().ids()).containsExactly(4L, 5L, 6L);
  }

  @Test
  @DisplayName("D-C2: what happens in other rooms neither ends a poll nor makes it read")
  void dC2_otherRoomsWakeNobody() throws Exception {
    long other = desk.room("bori", "chen");
    var client = polls.client();
    Future<Response> poll = polls.waiting(() -> client.room("bori", room, 0), 1);
    desk.sendMany("chen", other, 3);
    AwsCalls.forget();

    assertThat(poll.get().refusal()).isEqualTo("400 Chat room timeout");
    assertThat(AwsCalls.operations()).isEmpty();
  }

  @Test
  @DisplayName("D-C3: nine polls that wait stop no send, and each gets its message")
  void dC3_waitingPollsStopNoSend() throws Exception {
    List<Future<Response>> waiting = new ArrayList<>();
    List<Long> rooms = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      desk.join("m" + i);
      rooms.add(desk.room("anna", "m" + i));
    }
    polls.with("CHAT_WAIT_SECONDS", "8");
    for (int i = 0; i < 9; i++) {
      var client = polls.client();
      String uid = "m" + i;
      long own = rooms.get(i);
      waiting.add(polls.waiting(() -> client.room(uid, own, 0), i + 1));
    }
    for (int i = 0; i < 9; i++) {
      assertThat(desk.send("anna", rooms.get(i), "글 " + i).status()).isEqualTo(201);
    }
    for (int i = 0; i < 9; i++) {
      assertThat(waiting.get(i).get().texts()).containsExactly("글 " + i);
    }
  }

  @Test
  @DisplayName("D-C3: above the number of waiters a poll responds at once")
  void dC3_oneTooManyDoesNotWait() throws Exception {
    polls.with("CHAT_WAITERS", "1").with("CHAT_WAIT_SECONDS", "8");
    var first = polls.client();
    Future<Response> waiting = polls.waiting(() -> first.room("bori", room, 0), 1);

    assertThat(polls.client().room("anna", room, 0).refusal()).isEqualTo("400 Chat room timeout");
    assertThat(waiting.isDone()).isFalse();
    desk.send("anna", room, "글");
    assertThat(waiting.get().ids()).containsExactly(2L);
  }

  @Test
  @DisplayName("The lease of a function that died ends by itself")
  void aDeadWaiterIsForgotten() throws Exception {
    polls.with("CHAT_WAITERS", "1").with("CHAT_WAIT_SECONDS", "8");
    double now = System.currentTimeMillis();
    STACK.valkey().zadd(PollDesk.WAITERS, now - 1, "died");
    var client = polls.client();
    Future<Response> waiting = polls.waiting(() -> client.room("bori", room, 0), 1);

    desk.send("anna", room, "글");

    assertThat(waiting.get().ids()).containsExactly(2L);
  }

  @Test
  @DisplayName("In a room that was quiet for ten minutes nobody waits")
  void aQuietRoomDoesNotWait() {
    var client =
        polls
            .with("CHAT_WAIT_SECONDS", "12")
            .client(new FakeClock(Instant.now().plus(Duration.ofMinutes(11))));

    assertThat(client.room("bori", room, 0).refusal()).isEqualTo("400 Chat room timeout");
  }

  @Test
  @DisplayName("D-S11, D-C1: who is no member learns so at once, as JSON")
  void dS11_othersGetNothing() {
    desk.send("anna", room, "비밀");
    var client = polls.client();

    assertThat(client.room("chen", room, 0).refusal()).isEqualTo("400 Chat room not found");
    assertThat(client.room("chen", 404, 0).refusal()).isEqualTo("400 Chat room not found");
    assertThat(client.room("chen", "x", 0).refusal()).isEqualTo("400 Chat room not found");
    assertThat(client.room("anna", room, "x").refusal()).isEqualTo("400 Invalid Input");
  }

  @Test
  void aPollSaysAboutOnceAMinuteThatItsMemberIsLooking() {
    var client = polls.with("CHAT_WAIT_SECONDS", "0").client();
    client.room("bori", room, 0);
    AwsCalls.forget();
    client.room("bori", room, 0);

    assertThat(AwsCalls.count("UpdateItem")).isZero();
  }

  @Test
  void aNewRoomWakesThePollOfRooms() throws Exception {
    var client = polls.client();
    Future<Response> waiting = polls.waiting(() -> client.rooms("chen", room), 1);

    long made = desk.room("bori", "chen");

    assertThat(waiting.get().content().path("rooms").path(0).path("chat_room_id").asLong())
        .isEqualTo(made);
    assertThat(waiting.get().content().has("max")).isFalse();
  }
}
