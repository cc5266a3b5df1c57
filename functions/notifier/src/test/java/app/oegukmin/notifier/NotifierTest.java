package app.oegukmin.notifier;

import static app.oegukmin.notifier.Phones.KIM;
import static app.oegukmin.notifier.Phones.LEE;
import static app.oegukmin.notifier.Phones.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.block.Block;
import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.chat.Cursor;
import app.oegukmin.shared.chat.CursorTable;
import app.oegukmin.shared.connection.Connection;
import app.oegukmin.shared.connection.ConnectionTable;
import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is told of a message, and what their phones show. */
@Tag("process")
class NotifierTest {

  @RegisterExtension static final Stack STACK = Stack.of(Phones.TABLES);

  private Phones phones;

  @BeforeEach
  void begin() throws IOException {
    STACK.clear();
    phones = new Phones(STACK);
  }

  @AfterEach
  void end() {
    phones.close();
  }

  @Test
  void tellsOfTheRoomAndNothingOfTheText() {
    phones.register(LEE, PHONE, Language.KO, false);
    phones.write(2, "비밀이에요");
    phones.queue.deliver(5);
    assertThat(phones.shown()).containsExactly("새 메시지가 왔습니다.");
    assertThat(phones.last().at("/data/room").asText()).isEqualTo("5");
    assertThat(phones.last().toString())
        .doesNotContain("비밀", KIM.uid(), KIM.publicId(), LEE.uid(), LEE.publicId());
    assertThat(phones.last().at("/android/collapse_key").asText()).isEqualTo("room-5");
    assertThat(phones.last().at("/apns/headers/apns-collapse-id").asText()).isEqualTo("room-5");
    assertThat(phones.metrics()).contains("PushesSent").doesNotContain(PHONE);
  }

  @Test
  void speaksTheLanguageOfEachPhoneAndShowsTextWhereItIsAskedFor() {
    phones.register(LEE, PHONE + "1", Language.EN_US, false);
    phones.register(LEE, PHONE + "2", Language.ZH, false);
    phones.register(LEE, PHONE + "3", Language.KO, true);
    phones.register(KIM, PHONE + "4", Language.KO, true);
    phones.write(2, "안녕 😀");
    phones.queue.deliver(5);
    assertThat(phones.shown())
        .containsExactlyInAnyOrder("You have a new message.", "您有一条新消息。", "안녕 😀");
  }

  @Test
  void cutsALongTextBetweenCharacters() {
    phones.register(LEE, PHONE, Language.KO, true);
    phones.write(2, "😀\u0001\n\"".repeat(1250));
    phones.queue.deliver(5);
    String shown = phones.shown().getFirst();
    assertThat(shown.codePointCount(0, shown.length())).isEqualTo(200);
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(shown)).isTrue();
  }

  @Test
  void tellsOnceHoweverOftenTheQueueDelivers() {
    phones.register(LEE, PHONE, Language.KO, false);
    phones.write(2, "하나");
    phones.push(2);
    phones.queue.deliver(5);
    phones.push(2);
    phones.queue.deliver(5);
    assertThat(phones.shown()).hasSize(1);
    phones.write(3, "둘");
    phones.queue.deliver(5);
    assertThat(phones.shown()).hasSize(2);
  }

  @Test
  void waitsWhileTheMemberLooksAndTellsWhoDidNotTakeIt() {
    phones.register(LEE, PHONE, Language.KO, false);
    phones.cursors.see(LEE.uid(), phones.clock.instant().plusSeconds(60));
    phones.write(2, "하나");
    phones.queue.deliver(5);
    assertThat(phones.shown()).isEmpty();
    assertThat(phones.queue.pauses()).containsExactly(Duration.ofSeconds(61));
    phones.clock.advance(Duration.ofSeconds(61));
    phones.queue.deliver(5);
    assertThat(phones.shown()).as("its app was closed before the message came").hasSize(1);
  }

  @Test
  void tellsNobodyWhoHasLookedSince() {
    phones.register(LEE, PHONE, Language.KO, false);
    phones.write(2, "하나");
    phones.clock.advance(Duration.ofSeconds(5));
    phones.cursors.see(LEE.uid(), phones.clock.instant().plus(CursorTable.LOOKING));
    phones.queue.deliver(5);
    assertThat(phones.queue.waiting()).isEmpty();
    assertThat(phones.shown()).isEmpty();
  }

  @Test
  void tellsNobodyWhoHasIt() {
    phones.register(LEE, PHONE, Language.KO, false);
    phones.cursors.move(Cursor.of(LEE.key(), 5), new Cursor(LEE.key(), 5, 2, 0));
    phones.write(2, "하나");
    phones.queue.deliver(5);
    assertThat(phones.shown()).isEmpty();
    phones.write(3, "둘");
    phones.queue.deliver(5);
    assertThat(phones.shown()).hasSize(1);
  }

  @Test
  void tellsNobodyWhoIsConnected() {
    phones.register(LEE, PHONE, Language.KO, false);
    ConnectionTable connections =
        new ConnectionTable(STACK.dynamodb(), STACK.table("ConnectionTable"), phones.clock);
    connections.add(Connection.of(phones.signIn(LEE), "c", phones.clock.instant()));
    phones.write(2, "하나");
    phones.queue.deliver(5);
    assertThat(phones.shown()).isEmpty();
    phones.clock.advance(Duration.ofMinutes(10));
    phones.write(3, "둘");
    phones.queue.deliver(5);
    assertThat(phones.shown()).as("with a token that has expired nobody is").hasSize(1);
  }

  @Test
  void tellsNothingOfWhoIsBlocked() {
    phones.register(LEE, PHONE, Language.KO, false);
    phones.write(2, "하나");
    new BlockTable(STACK.dynamodb(), STACK.table("BlockTable"))
        .put(new Block(LEE.key(), KIM.key(), KIM.publicId(), "now"));
    phones.queue.deliver(5);
    assertThat(phones.shown()).isEmpty();
  }

  @Test
  void tellsNoPhoneThatWasSignedOutAMomentAgo() {
    phones.register(LEE, PHONE, Language.KO, true);
    phones.write(2, "하나");
    new BanTable(STACK.dynamodb(), STACK.table("BanTable"))
        .put(Ban.family(LEE.uid(), "family", phones.clock.instant().plusSeconds(60)));
    phones.queue.deliver(5);
    assertThat(phones.shown()).isEmpty();
    assertThat(phones.devices.of(LEE.key())).isEmpty();
  }

  @Test
  void tellsNoPhoneThatHasAnotherOwnerByNow() {
    phones.register(LEE, PHONE, Language.KO, true);
    phones.write(2, "하나");
    phones.register(KIM, PHONE, Language.KO, true);
    phones.queue.deliver(5);
    assertThat(phones.shown()).isEmpty();
  }

  @Test
  void takesTheRecordedEvent() {
    phones.register(LEE, PHONE, Language.KO, false);
    assertThat(phones.take(STACK.event("notifier-pushes"))).contains("\"batchItemFailures\":[]");
    assertThat(phones.shown()).isEmpty();
  }
}
