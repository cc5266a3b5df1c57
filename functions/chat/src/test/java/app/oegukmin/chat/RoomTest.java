package app.oegukmin.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.chat.ChatDesk.Response;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rooms: who gets one, and what the list says of them (contract §6.9). */
@Tag("process")
class RoomTest {

  @RegisterExtension static final Stack STACK = Stack.of(ChatDesk.TABLES).withValkey();

  private ChatDesk desk;

  @BeforeEach
  void begin() {
    STACK.clear();
    desk = new ChatDesk(STACK).join("anna", "bori", "chen");
  }

  @Test
  void aRoomIsMadeOnceAndFoundByBoth() {
    Response made = desk.connect("anna", "public-bori");
    Response found = desk.connect("bori", "public-anna");

    assertThat(made.refusal()).isEqualTo("201 Successfully chat room created");
    assertThat(found.refusal()).isEqualTo("200 Successfully chat room found");
    assertThat(found.content()).isEqualTo(made.content());
    assertThat(made.content().path("chat_room_id").asLong()).isPositive().isLessThan(1L << 53);
  }

  @Test
  @DisplayName("D-C6: of two who meet at once one gets 201 and the other 200, with one room")
  void dC6_twoWhoRaceGetOneRoom() throws Exception {
    for (int pair = 0; pair < 10; pair++) {
      String one = "one" + pair;
      String other = "other" + pair;
      desk.join(one, other);
      List<Response> responses = race(one, other);

      assertThat(responses).extracting(Response::status).containsOnlyOnce(201).contains(200);
      assertThat(responses).extracting(Response::status).containsOnly(200, 201);
      assertThat(responses).extracting(Response::content).containsOnly(responses.get(0).content());
    }
  }

  private static List<Response> race(String one, String other) throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Response>> calls = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        ChatDesk mine = new ChatDesk(STACK);
        ChatDesk theirs = new ChatDesk(STACK);
        calls.add(() -> mine.connect(one, "public-" + other));
        calls.add(() -> theirs.connect(other, "public-" + one));
      }
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }

  @Test
  @DisplayName("D-C10: nobody chats with oneself or with nobody")
  void dC10_refusesOneselfAndNobody() {
    assertThat(desk.connect("anna", "public-anna").refusal()).isEqualTo("400 User not found");
    assertThat(desk.connect("anna", "public-nobody").refusal()).isEqualTo("400 User not found");
    assertThat(desk.connect("nobody", "public-anna").refusal()).isEqualTo("400 User not found");
    assertThat(desk.connect("anna", "left").refusal()).isEqualTo("400 User not found");
    assertThat(desk.connect("anna", "x".repeat(3000)).refusal()).isEqualTo("400 User not found");
  }

  @Test
  @DisplayName("D-S1: a real uid finds nobody")
  void dS1_takesNoUid() {
    assertThat(desk.connect("anna", "bori").refusal()).isEqualTo("400 User not found");
  }

  @Test
  @DisplayName("D-C10: 20 new rooms a day; those that are there are found all the same")
  void dC10_twentyNewRoomsADay() {
    String[] others = IntStream.range(0, 21).mapToObj(i -> "other" + i).toArray(String[]::new);
    desk.join(others);

    assertThat(Stream.of(others).limit(20).map(other -> desk.connect("anna", "public-" + other)))
        .extracting(Response::status)
        .containsOnly(201);
    assertThat(desk.connect("anna", "public-other20").status()).isEqualTo(429);
    assertThat(desk.connect("anna", "public-other3").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("D-C10: who is blocked gets no room, new or old")
  void dC10_theBlockedDoNotConnect() {
    long room = desk.room("anna", "bori");
    desk.block("bori", "anna");

    assertThat(desk.connect("anna", "public-bori").refusal()).isEqualTo("400 User not found");
    assertThat(desk.connect("bori", "public-anna").status()).isEqualTo(200);
    assertThat(desk.room("bori", "anna")).isEqualTo(room);
  }

  @Test
  @DisplayName("D-C10: a room of the list has no null, whatever became of the partner")
  void dC10_listsRooms() {
    long empty = desk.room("anna", "chen");
    long full = desk.room("anna", "bori");
    desk.send("bori", full, "안녕 😀");

    JsonNode list = desk.list("anna").content();

    assertThat(list.path("max").asLong()).isEqualTo(Math.max(empty, full));
    assertThat(list.path("rooms").findValuesAsText("chat_room_id"))
        .containsExactly(Long.toString(full), Long.toString(empty));
    JsonNode first = list.path("rooms").path(0);
    assertThat(first.path("user_id").asText()).isEqualTo("public-bori");
    assertThat(first.path("user_name").asText()).isEqualTo("이름 bori");
    assertThat(first.path("last_message_id").asLong()).isEqualTo(1);
    assertThat(first.path("last_message_preview_id").asLong()).isEqualTo(2);
    assertThat(first.path("chat_room_message").asText()).isEqualTo("안녕 😀");
    assertThat(first.path("chat_room_date").asText()).matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}");
    JsonNode second = list.path("rooms").path(1);
    assertThat(second.path("last_message_id").asLong()).isZero();
    assertThat(second.path("last_message_preview_id").asLong()).isZero();
    assertThat(second.path("chat_room_message").asText("?")).isEmpty();
    assertThat(second.path("chat_room_date").asText()).isEqualTo("2000-06-04 00:00");
    assertThat(list.toString()).doesNotContain("\"bori\"", "null", MemberKey.of("bori"));
  }

  @Test
  @DisplayName("D-C10, F-5: the partner of who has left keeps the room, and writes to nobody")
  void dC10_f5_thePartnerOfWhoHasLeft() {
    RoomRows.left(STACK, 7, "anna");

    JsonNode room = desk.first("anna");
    assertThat(room.path("user_id").asText()).isEqualTo("left");
    assertThat(room.path("user_name").asText()).isEqualTo("(탈퇴한 회원)");
    assertThat(desk.send("anna", 7, "글").refusal()).isEqualTo("400 Message Send Error");
    assertThat(desk.send("left", 7, "글").refusal()).isEqualTo("400 Chat room not found");
    assertThat(desk.joinRoom("left", 7, 0).refusal()).isEqualTo("400 Chat room not found");
  }

  @Test
  void aListShowsTheFirst200Characters() {
    desk.send("bori", desk.room("anna", "bori"), "😀".repeat(201));

    assertThat(desk.first("anna").path("chat_room_message").asText()).isEqualTo("😀".repeat(200));
  }

  @Test
  void whoHasNoRoomGetsAnEmptyListAndWhoHasNoAccountNone() {
    assertThat(desk.list("anna").content().toString()).isEqualTo("{\"rooms\":[],\"max\":0}");
    assertThat(desk.list("nobody").refusal()).isEqualTo("400 User not found");
  }

  @Test
  @DisplayName("A hundred rooms take three round trips to DynamoDB and none to Valkey")
  void aListTakesThreeRoundTrips() {
    IntStream.range(0, 100).forEach(i -> RoomRows.put(STACK, i + 1, "anna", "other" + i));
    IntStream.range(0, 100).forEach(i -> desk.join("other" + i));
    AwsCalls.forget();
    long before = STACK.valkeyRequests();

    assertThat(desk.list("anna").content().path("rooms")).hasSize(100);

    assertThat(AwsCalls.operations()).hasSize(3);
    assertThat(STACK.valkeyRequests() - before).isEqualTo(1);
  }
}
