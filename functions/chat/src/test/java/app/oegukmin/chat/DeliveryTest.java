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
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What join gives, from where on, and what the list says afterwards (contract §7.6). */
@Tag("process")
class DeliveryTest {

  @RegisterExtension static final Stack STACK = Stack.of(ChatDesk.TABLES).withValkey();

  private final FakeClock clock = new FakeClock(Instant.parse("2056-05-01T01:02:03Z"));
  private ChatDesk desk;
  private long room;

  @BeforeEach
  void begin() {
    STACK.clear();
    desk = new ChatDesk(STACK, clock).join("anna", "bori");
    room = desk.room("anna", "bori");
  }

  @Test
  @DisplayName("D-C4: of more than 100 unread messages the oldest 100 come first")
  void dC4_givesTheOldestHundred() {
    desk.sendMany("anna", room, 150);
    Response first = desk.joinRoom("bori", room, 1);
    Response second = desk.joinRoom("bori", room, 101);

    assertThat(first.refusal()).isEqualTo("200 Successfully message loaded");
    assertThat(first.ids()).isEqualTo(ids(2, 101));
    assertThat(second.ids()).isEqualTo(ids(102, 151));
    assertThat(desk.joinRoom("bori", room, 151).refusal()).isEqualTo("400 No message to load");
  }

  @Test
  void theOwnMessagesNeverCome() {
    desk.send("anna", room, "하나");
    desk.sendMany("bori", room, 250);
    long last = desk.send("anna", room, "둘").content().path("id").asLong();

    assertThat(desk.joinRoom("bori", room, 0).ids()).containsExactly(2L, last);
    assertThat(desk.joinRoom("anna", room, 0).ids()).hasSize(100).doesNotContain(2L);
  }

  @Test
  void thePartnerHasOneIdEverywhere() {
    desk.send("anna", room, "글");
    JsonNode message = desk.joinRoom("bori", room, 0).content().path("messages").path(0);

    assertThat(message.path("user_id").asText())
        .isEqualTo(desk.first("bori").path("user_id").asText())
        .isEqualTo("public-anna");
    assertThat(message.fieldNames())
        .toIterable()
        .containsExactly("id", "content", "user_id", "timestamp");
  }

  @Test
  @DisplayName("D-C13: the list's id is what the app has named, never what it was not given")
  void dC13_theListNeverSkips() {
    desk.sendMany("anna", room, 3);
    assertThat(listed()).isEqualTo(1);
    desk.joinRoom("bori", room, 1);
    assertThat(listed()).isEqualTo(1);
    desk.joinRoom("bori", room, 4);
    assertThat(listed()).isEqualTo(4);
    assertThat(desk.first("bori").path("last_message_preview_id").asLong()).isEqualTo(4);
  }

  @Test
  @DisplayName("D-C13: a response that was cut comes again")
  void dC13_givesAgainWhatDidNotArrive() {
    desk.sendMany("anna", room, 3);

    assertThat(desk.joinRoom("bori", room, listed()).ids()).isEqualTo(ids(2, 4));
    assertThat(desk.joinRoom("bori", room, listed()).ids()).isEqualTo(ids(2, 4));
  }

  @Test
  @DisplayName("D-C13: an own message's id skips nothing that was not given")
  void dC13_anOwnIdSkipsNothing() {
    desk.sendMany("anna", room, 2);
    long own = desk.send("bori", room, "내 글").content().path("id").asLong();
    desk.send("anna", room, "더");

    assertThat(desk.joinRoom("bori", room, own).ids()).containsExactly(2L, 3L, 5L);
  }

  @Test
  @DisplayName("D-C13: after an own id only what the app has not named comes again")
  void dC13_afterAnOwnIdWhatWasNamedIsLeftOut() {
    desk.sendMany("anna", room, 2);
    desk.joinRoom("bori", room, 1);
    desk.joinRoom("bori", room, 3);
    long own = desk.send("bori", room, "내 글").content().path("id").asLong();

    assertThat(desk.joinRoom("bori", room, own).refusal()).isEqualTo("400 No message to load");
  }

  @Test
  @DisplayName("D-C13: an id above what was given skips nothing")
  void dC13_anIdOfTheListSkipsNothing() {
    desk.sendMany("anna", room, 3);

    assertThat(desk.joinRoom("bori", room, 4).ids()).isEqualTo(ids(2, 4));
    assertThat(desk.joinRoom("bori", room, 1L << 60).refusal()).isEqualTo("400 No message to load");
  }

  @Test
  @DisplayName("D-C13: two devices move the cursor forward only")
  void dC13_theCursorNeverGoesBack() {
    desk.sendMany("anna", room, 5);
    desk.joinRoom("bori", room, 1);
    desk.joinRoom("bori", room, 6);
    desk.joinRoom("bori", room, 3);

    assertThat(listed()).isEqualTo(6);
  }

  @Test
  void whatHasExpiredIsNotThere() {
    desk.send("anna", room, "옛날");
    clock.advance(Duration.ofDays(729));
    desk.send("anna", room, "오늘");
    clock.advance(Duration.ofDays(2));

    assertThat(desk.joinRoom("bori", room, 0).texts()).containsExactly("오늘");
  }

  @Test
  @DisplayName("Nothing new takes one read, whatever the caller has sent since")
  void nothingNewTakesOneRead() {
    desk.sendMany("bori", room, 20);
    AwsCalls.forget();

    desk.joinRoom("bori", room, 21);

    assertThat(AwsCalls.operations()).containsExactly("BatchGetItem");
  }

  @Test
  void somethingNewTakesTwoReadsAndAWrite() {
    desk.sendMany("anna", room, 20);
    AwsCalls.forget();

    desk.joinRoom("bori", room, 1);

    assertThat(AwsCalls.operations()).containsExactly("BatchGetItem", "Query", "UpdateItem");
  }

  private long listed() {
    return desk.first("bori").path("last_message_id").asLong();
  }

  private static List<Long> ids(long first, long last) {
    return new ArrayList<>(LongStream.rangeClosed(first, last).boxed().toList());
  }
}
