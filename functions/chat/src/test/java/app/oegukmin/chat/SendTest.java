package app.oegukmin.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.chat.ChatDesk.Response;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One message from the sender to its row (contract §6.9). */
@Tag("process")
class SendTest {

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
  @DisplayName("D-C7: emoji arrive as they were sent")
  void dC7_sendsEmoji() {
    Response sent = desk.send("anna", room, "👩‍👩‍👧 안녕 😀");

    assertThat(sent.refusal()).isEqualTo("201 Message sent");
    JsonNode message = sent.content();
    assertThat(message.fieldNames())
        .toIterable()
        .containsExactly("id", "content", "user_id", "timestamp");
    assertThat(message.path("id").asLong()).isEqualTo(2);
    assertThat(message.path("content").asText()).isEqualTo("👩‍👩‍👧 안녕 😀");
    assertThat(message.path("user_id").asText()).isEqualTo("anna");
    assertThat(message.path("timestamp").asText()).isEqualTo("2056-05-01 10:02");
    assertThat(desk.joinRoom("bori", room, 0).texts()).containsExactly("👩‍👩‍👧 안녕 😀");
  }

  @ParameterizedTest
  @DisplayName("D-C8: what is no text of 1 to 5,000 characters is 400 and is not stored")
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "{\"content\":null}",
        "{\"content\":\"\"}",
        "{\"content\":\" \\n \"}",
        "{\"content\":5}",
        "{\"content\":[\"a\"]}",
        "{\"content\":\"\\u0000\"}"
      })
  void dC8_refusesWhatIsNoText(String body) {
    Response response = desk.sendBody("anna", room, body);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body().path("success").isBoolean()).isTrue();
    assertThat(desk.first("bori").path("last_message_preview_id").asLong()).isZero();
  }

  @Test
  @DisplayName("D-C8: 5,000 characters pass, one more does not; emoji count once")
  void dC8_takes5000Characters() {
    assertThat(desk.send("anna", room, "😀".repeat(5000)).status()).isEqualTo(201);
    assertThat(desk.send("anna", room, "가".repeat(5001)).refusal())
        .isEqualTo("400 Message Send Error");
  }

  @Test
  @DisplayName("D-C5: ids ascend without gaps, whatever the clock says")
  void dC5_idsAscend() {
    assertThat(desk.send("anna", room, "하나").content().path("id").asLong()).isEqualTo(2);
    assertThat(desk.send("bori", room, "둘").content().path("id").asLong()).isEqualTo(3);
    assertThat(desk.send("anna", room, "셋").content().path("id").asLong()).isEqualTo(4);
  }

  @Test
  @DisplayName("Contract §7.6: the ids of an imported room go on after its highest one")
  void goesOnAfterImportedIds() {
    RoomRows.imported(STACK, 7, "anna", "chen", 4711);

    assertThat(desk.send("anna", 7, "다시").content().path("id").asLong()).isEqualTo(4712);
    assertThat(desk.joinRoom("chen", 7, 4000).ids()).containsExactly(4712L);
  }

  @Test
  @DisplayName("D-C5: of those who send at once each has an id of its own, without gaps")
  void dC5_racingSendersLeaveNoGaps() throws Exception {
    List<Callable<List<Long>>> senders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ChatDesk own = new ChatDesk(STACK);
      String uid = i % 2 == 0 ? "anna" : "bori";
      String text = "보낸 " + i + " ";
      senders.add(() -> sent(own, uid, text));
    }
    List<Long> ids = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<List<Long>> future : threads.invokeAll(senders)) {
        ids.addAll(future.get());
      }
    }
    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(2, 21).boxed().toList());
  }

  private List<Long> sent(ChatDesk own, String uid, String text) {
    return LongStream.range(0, 5)
        .map(i -> own.send(uid, room, text + i).content().path("id").asLong())
        .boxed()
        .toList();
  }

  @Test
  @DisplayName("D-S11, D-C1: who is no member neither sends nor reads, and learns so as JSON")
  void dC1_othersGetNothing() {
    desk.send("anna", room, "비밀");

    assertThat(desk.send("chen", room, "글").refusal()).isEqualTo("400 Chat room not found");
    assertThat(desk.joinRoom("chen", room, 0).refusal()).isEqualTo("400 Chat room not found");
    assertThat(desk.joinRoom("chen", room, 0).body().toString())
        .isEqualTo("{\"success\":false,\"message\":\"Chat room not found\"}");
    assertThat(desk.first("bori").path("last_message_preview_id").asLong()).isEqualTo(2);
  }

  @ParameterizedTest
  @DisplayName("D-C11: what is not there is 400; D-S16: nobody learns more")
  @ValueSource(strings = {"0", "-1", "404", "abc", "99999999999999999999", "2 OR 1=1"})
  void dC11_unknownRooms(String unknown) {
    String body = "{\"content\":\"글\"}";

    assertThat(desk.sendBody("anna", unknown, body).refusal()).isEqualTo("400 Chat room not found");
    assertThat(desk.joinRoom("anna", unknown, 0).refusal()).isEqualTo("400 Chat room not found");
  }

  @Test
  @DisplayName("D-S16: no text of an exception reaches a client")
  void dS16_tellsNoException() {
    assertThat(desk.joinRoom("anna", room, "abc").refusal()).isEqualTo("400 Invalid Input");
    Response malformed = desk.sendBody("anna", room, "{\"content\":");

    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.body().toString()).doesNotContain("Exception", "jackson", "line");
  }

  @Test
  @DisplayName("D-C10: who is blocked sends nothing; who blocks may")
  void dC10_theBlockedDoNotSend() {
    desk.block("bori", "anna");

    assertThat(desk.send("anna", room, "글").refusal()).isEqualTo("400 Message Send Error");
    assertThat(desk.send("bori", room, "글").status()).isEqualTo(201);
    assertThat(desk.joinRoom("bori", room, 0).refusal()).isEqualTo("400 No message to load");
  }

  @Test
  void theSameTextIsOneMessageForTwoSeconds() {
    long first = desk.send("anna", room, "글").content().path("id").asLong();
    clock.advance(Duration.ofMillis(1999));
    Response again = desk.send("anna", room, "글");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.content().path("id").asLong()).isEqualTo(first);
    clock.advance(Duration.ofMillis(1));
    assertThat(desk.send("anna", room, "글").content().path("id").asLong()).isEqualTo(first + 1);
  }

  @Test
  void theSameTextWithSomethingBetweenIsAnother() {
    desk.send("anna", room, "글");
    desk.send("bori", room, "글");

    assertThat(desk.send("anna", room, "글").content().path("id").asLong()).isEqualTo(4);
  }

  @Test
  void aClientsIdIsOneMessageForADay() {
    JsonNode first = desk.send("anna", room, "글", "a1").content();
    desk.send("bori", room, "사이");
    clock.advance(Duration.ofHours(23));
    Response again = desk.send("anna", room, "글", "a1");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.content()).isEqualTo(first);
    assertThat(desk.send("anna", room, "글", "a2").content().path("id").asLong()).isEqualTo(4);
    assertThat(desk.send("bori", room, "글", "a1").content().path("id").asLong()).isEqualTo(5);
    clock.advance(Duration.ofHours(2));
    assertThat(desk.send("anna", room, "글", "a1").content().path("id").asLong()).isEqualTo(6);
  }

  @Test
  void racingSendsOfOneClientsIdAreOneMessage() throws Exception {
    List<Callable<Response>> sends = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ChatDesk own = new ChatDesk(STACK);
      sends.add(() -> own.send("anna", room, "글", "same"));
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Response> future : threads.invokeAll(sends)) {
        assertThat(future.get().content().path("id").asLong()).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "5", "[]"})
  void aClientsIdIsAShortText(String id) {
    String body = "{\"content\":\"글\",\"clientId\":%s}".formatted(id);

    assertThat(desk.sendBody("anna", room, body).refusal()).isEqualTo("400 Invalid Input");
    assertThat(desk.send("anna", room, "글", "x".repeat(65)).refusal())
        .isEqualTo("400 Invalid Input");
  }

  @Test
  @DisplayName("A message takes one read and one transaction, and one call of Valkey")
  void aMessageTakesThreeRoundTrips() {
    desk.send("anna", room, "하나");
    AwsCalls.forget();
    long before = STACK.valkeyRequests();
    desk.send("anna", room, "둘", "b1");

    assertThat(AwsCalls.operations()).containsExactly("BatchGetItem", "TransactWriteItems");
    assertThat(STACK.valkeyRequests() - before - 1).isEqualTo(1);
  }
}
