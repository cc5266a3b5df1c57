package app.oegukmin.chat;

import app.oegukmin.chat.ChatDesk.Response;
import app.oegukmin.chat.History.Wanted;
import app.oegukmin.chat.wait.SteppedWait;
import app.oegukmin.shared.chat.Wakes;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.JerseyApi;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Gate;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The functions of chat in trouble, as a seed decides: responses are cut, a sender dies between
 * write and wake-up, Valkey is killed, comes back empty or goes on, and records of the table's
 * stream come late, in disorder and twice.
 */
final class SimulatedServer {

  private static final int WAITERS = 3;

  private final Stack stack;
  private final FakeClock clock;
  private final Gate gate;
  private final Random random;
  private final Supplier<Boolean> step;
  private final ChatDesk desk;
  private final ChatDesk dying;
  private final Deque<JerseyApi> idle = new ArrayDeque<>();
  private final List<Wakes.Call> records = new ArrayList<>();
  private final Map<Long, List<String>> members = new HashMap<>();
  private boolean trouble = true;
  private int cuts;

  /**
   * A server.
   *
   * @param step what other members do while one waits
   */
  SimulatedServer(Stack stack, FakeClock clock, Gate gate, Random random, Supplier<Boolean> step) {
    this.stack = stack;
    this.clock = clock;
    this.gate = gate;
    this.random = random;
    this.step = step;
    Map<String, String> chat = new HashMap<>(stack.environment("ChatFunction"));
    chat.put("CACHE_ENDPOINT", gate.endpoint());
    this.desk = new ChatDesk(stack, chat, clock);
    this.dying = ChatDesk.withoutValkey(stack, clock);
  }

  /** The room of two members, made before the trouble. */
  long room(String uid, String partner) {
    long room = desk.join(uid, partner).room(uid, partner);
    members.put(room, List.of(uid, partner));
    return room;
  }

  /** Lets something fail or recover, or carries some records of the stream. */
  void fate() {
    clock.advance(Duration.ofMillis(700));
    switch (random.nextInt(12)) {
      case 0 -> gate.shut();
      case 1, 2, 3 -> gate.open();
      case 4 -> stack.valkey().flushAll();
      case 5, 6, 7 -> carry();
      default -> {
        // A quiet moment.
      }
    }
  }

  // Some of the records in any order, and any of them may come again.
  private void carry() {
    Collections.shuffle(records, random);
    int some = random.nextInt(records.size() + 1);
    new Wakes(new Valkey(gate.endpoint(), false, clock)).wake(records.subList(0, some));
    records.subList(0, random.nextInt(some + 1)).clear();
  }

  /** Ends all trouble. */
  void recover() {
    trouble = false;
    gate.open();
    clock.advance(Duration.ofSeconds(2));
  }

  /** How many responses were cut. */
  int cuts() {
    return cuts;
  }

  Optional<Response> list(String uid) {
    return cut(desk.list(uid));
  }

  Optional<Response> join(String uid, long room, long id) {
    return cut(desk.joinRoom(uid, room, id));
  }

  Optional<Response> send(Wanted message) {
    if (trouble && random.nextInt(8) == 0) {
      write(dying, message);
      return Optional.empty();
    }
    return cut(write(desk, message));
  }

  private Response write(ChatDesk sender, Wanted message) {
    Response response =
        message.once()
            ? sender.send(message.uid(), message.room(), message.text(), message.text())
            : sender.send(message.uid(), message.room(), message.text());
    written(message);
    return response;
  }

  /** The table's stream has a record more, which wakes the sender's partner. */
  void written(Wanted message) {
    String partner =
        members.get(message.room()).stream()
            .filter(uid -> !uid.equals(message.uid()))
            .findFirst()
            .orElseThrow();
    records.add(new Wakes.Call(MemberKey.of(partner), message.room()));
  }

  Optional<Response> poll(String uid, long room, long id) {
    // An environment serves one request at a time; while this one waits, others may poll.
    JerseyApi api = idle.isEmpty() ? api() : idle.pop();
    Map<String, String> path =
        Map.of("chat_id", Long.toString(room), "message_id", Long.toString(id));
    Response response =
        ChatDesk.call(api::handle, ChatDesk.as(uid, ChatDesk.recorded("chatpoll-room"), path));
    idle.push(api);
    return cut(response);
  }

  private JerseyApi api() {
    Valkey valkey = new Valkey(gate.endpoint(), false, clock);
    ChatStore store = ChatStore.of(new Environment(stack.environment("ChatPollFunction")), clock);
    RoomListService lists = new RoomListService(store);
    PollService service =
        new PollService(
            store,
            new DeliveryService(store),
            lists,
            SteppedWait.of(valkey, clock, WAITERS, random, step));
    return new JerseyApi(new ChatRefusalMapper(), new PollResource(service, null));
  }

  /** A response, unless it is lost on its way. */
  <T> Optional<T> cut(T response) {
    if (trouble && random.nextInt(6) == 0) {
      cuts++;
      return Optional.empty();
    }
    return Optional.of(response);
  }
}
