package app.oegukmin.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.chat.ChatDesk.Response;
import app.oegukmin.testkit.Gate;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Polls and sends while Valkey is gone, silent or new. Nothing is lost. */
@Tag("process")
class PollOutageTest {

  @RegisterExtension static final Stack STACK = Stack.of(ChatDesk.TABLES).withValkey();

  private Gate gate;
  private ChatDesk desk;
  private ChatDesk beside;
  private PollDesk polls;
  private long room;

  @BeforeEach
  void begin() throws IOException {
    STACK.clear();
    gate = new Gate(STACK.valkeyEndpoint());
    desk = new ChatDesk(STACK).join("anna", "bori");
    beside = ChatDesk.withoutValkey(STACK, Clock.systemUTC());
    polls = new PollDesk(STACK).with("CACHE_ENDPOINT", gate.endpoint());
    room = desk.room("anna", "bori");
  }

  @AfterEach
  void end() throws IOException {
    polls.close();
    gate.close();
  }

  @Test
  @DisplayName("Valkey killed: a poll that waits looks at once, and gets what nobody woke it for")
  void killedWhileAPollWaits() throws Exception {
    var client = polls.with("CHAT_WAIT_SECONDS", "12").client();
    Future<Response> poll = polls.waiting(() -> client.room("bori", room, 0), 1);
    beside.send("anna", room, "글");

    gate.shut();

    assertThat(poll.get().texts()).containsExactly("글");
  }

  @Test
  @DisplayName("Valkey gone: a poll responds at once from the store, and sends go on")
  void goneBefore() {
    gate.shut();
    var client = polls.with("CHAT_WAIT_SECONDS", "12").client();

    assertThat(client.room("bori", room, 0).refusal()).isEqualTo("400 Chat room timeout");
    assertThat(beside.send("anna", room, "글").status()).isEqualTo(201);
    assertThat(client.room("bori", room, 0).texts()).containsExactly("글");
  }

  @Test
  @DisplayName("Valkey frozen: a poll ends a second after its time with what is there")
  void frozenWhileAPollWaits() throws Exception {
    var client = polls.with("CHAT_WAIT_SECONDS", "3").client();
    beside.send("anna", room, "하나");
    client.room("bori", room, 0);
    Future<Response> poll = polls.waiting(() -> client.room("bori", room, 2), 1);
    gate.delay(Duration.ofSeconds(8));

    beside.send("anna", room, "글");

    assertThat(poll.get().texts()).containsExactly("글");
    gate.delay(Duration.ZERO);
  }

  @Test
  @DisplayName("Valkey restarted and empty: the next poll waits and is woken again")
  void restarted() throws Exception {
    var client = polls.with("CHAT_WAIT_SECONDS", "8").client();
    desk.send("anna", room, "하나");
    assertThat(client.room("bori", room, 0).ids()).containsExactly(2L);
    gate.shut();
    STACK.valkey().flushAll();
    gate.open();
    Future<Response> poll = polls.waiting(() -> client.room("bori", room, 2), 1);

    desk.send("anna", room, "둘");

    assertThat(poll.get().ids()).containsExactly(3L);
  }

  @Test
  @DisplayName("A Valkey that loses its data while a poll waits wakes it by the next message")
  void emptiedWhileAPollWaits() throws Exception {
    var client = polls.with("CHAT_WAIT_SECONDS", "8").client();
    desk.send("anna", room, "하나");
    client.room("bori", room, 0);
    Future<Response> poll = polls.waiting(() -> client.room("bori", room, 2), 1);
    STACK.valkey().flushAll();

    desk.send("anna", room, "둘");

    assertThat(poll.get().ids()).containsExactly(3L);
  }

  @Test
  @DisplayName("Without a Valkey nobody waits")
  void withoutValkey() {
    var client = polls.with("CACHE_ENDPOINT", "").with("CHAT_WAIT_SECONDS", "12").client();

    assertThat(client.room("bori", room, 0).refusal()).isEqualTo("400 Chat room timeout");
  }
}
