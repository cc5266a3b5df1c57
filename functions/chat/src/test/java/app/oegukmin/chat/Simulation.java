package app.oegukmin.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.chat.History.Place;
import app.oegukmin.chat.History.Wanted;
import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.MessagePage;
import app.oegukmin.shared.chat.MessageTable;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Gate;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Members chat while things fail. One thread does it all, and a seed decides what happens next, so
 * it happens again in the same way. Then it checks the history: nothing is lost, nothing comes
 * twice but what docs/chat.md says, and all is in the order of its room.
 */
final class Simulation implements AutoCloseable {

  private final Stack stack;
  private final FakeClock clock = new FakeClock(Instant.parse("2056-05-01T00:00:00Z"));
  private final Gate gate;
  private final Random random;
  private final History history = new History();
  private final SimulatedServer server;
  private final SimulatedSockets sockets;
  private final Map<String, List<Long>> rooms = new HashMap<>();
  private final List<SimulatedMember> apps = new ArrayList<>();
  private final Set<String> connected = new HashSet<>();
  private int left;

  Simulation(Stack stack, long seed, int members, int messages) throws IOException {
    this.stack = stack;
    this.gate = new Gate(stack.valkeyEndpoint());
    this.random = new Random(seed);
    this.left = messages;
    this.server = new SimulatedServer(stack, clock, gate, random, this::step);
    this.sockets = new SimulatedSockets(stack, clock, random, server);
    for (int i = 0; i < members; i++) {
      apps.add(member("sim" + i, i % 3 == 2));
    }
    // Each chats with the next, and every third with one far away.
    for (int i = 0; i < members; i++) {
      pair(i, (i + 1) % members);
      if (i % 3 == 0 && members > 4) {
        pair(i, (i + members / 2) % members);
      }
    }
  }

  private SimulatedMember member(String uid, boolean socket) {
    if (!socket) {
      return new SimulatedApp(uid, server, history, random);
    }
    connected.add(uid);
    return new SimulatedSocket(uid, sockets, history, random);
  }

  private void pair(int one, int other) {
    String uid = apps.get(one).uid();
    String partner = apps.get(other).uid();
    long room = server.room(uid, partner);
    List.of(uid, partner)
        .forEach(
            member -> {
              List<Long> own = rooms.computeIfAbsent(member, key -> new ArrayList<>());
              if (!own.contains(room)) {
                own.add(room);
              }
            });
  }

  /** Runs until all is sent, ends the trouble, and lets every client read what it has missed. */
  History run() {
    while (left > 0) {
      step();
    }
    server.recover();
    for (SimulatedMember app : apps) {
      rooms.get(app.uid()).forEach(app::catchUp);
    }
    return history;
  }

  /** One thing that one of those does who are not waiting; false when nobody can. */
  private boolean step() {
    List<SimulatedMember> idle = apps.stream().filter(app -> !app.busy()).toList();
    if (idle.isEmpty() || left == 0) {
      return false;
    }
    server.fate();
    SimulatedMember app = idle.get(random.nextInt(idle.size()));
    List<Long> own = rooms.get(app.uid());
    sockets.carry(own.get(random.nextInt(own.size())));
    if (random.nextInt(5) < 3) {
      long room = own.get(random.nextInt(own.size()));
      app.send(new Wanted(room, app.uid(), "글 " + left--, random.nextBoolean()));
    } else {
      app.act(own);
    }
    return true;
  }

  /** How many responses were cut. */
  int cuts() {
    return server.cuts();
  }

  /** Demands that the history is right. */
  void check() {
    assertThat(history.faults()).isEmpty();
    Map<Long, List<Message>> stored = new HashMap<>();
    rooms.values().stream()
        .flatMap(List::stream)
        .distinct()
        .forEach(room -> stored.put(room, stored(room)));
    stored.values().forEach(Simulation::checkIds);
    history.wanted().forEach(message -> checkSent(message, stored.get(message.room())));
    rooms.forEach((uid, own) -> own.forEach(room -> checkReceived(uid, room, stored.get(room))));
  }

  private List<Message> stored(long room) {
    MessageTable table = new MessageTable(stack.dynamodb(), stack.table("MessageTable"), clock);
    List<Message> all = new ArrayList<>();
    OptionalLong from = OptionalLong.of(0);
    while (from.isPresent()) {
      MessagePage page = table.after(room, from.getAsLong(), 1000);
      all.addAll(page.messages());
      from = page.last();
    }
    return all;
  }

  private static void checkIds(List<Message> messages) {
    assertThat(messages)
        .extracting(Message::id)
        .isEqualTo(IntStream.range(0, messages.size()).mapToObj(i -> i + 2L).toList());
    assertThat(messages)
        .extracting(Message::previous)
        .isEqualTo(
            IntStream.range(0, messages.size()).mapToObj(i -> i == 0 ? 0L : i + 1L).toList());
  }

  private void checkSent(Wanted message, List<Message> stored) {
    List<Long> ids =
        stored.stream()
            .filter(found -> found.content().equals(message.text()))
            .map(Message::id)
            .toList();
    Long told = history.acknowledged().get(message.text());
    assertThat(ids).as("%s", message).hasSizeLessThanOrEqualTo(1);
    if (told != null || message.once()) {
      assertThat(ids).as("%s", message).containsExactly(told);
    }
  }

  // A poll never gives the caller's own; connections give what both have sent.
  private void checkReceived(String uid, long room, List<Message> stored) {
    List<Long> theirs =
        stored.stream()
            .filter(
                message ->
                    connected.contains(uid)
                        || history.wanted().stream()
                            .noneMatch(
                                own ->
                                    own.uid().equals(uid) && own.text().equals(message.content())))
            .map(Message::id)
            .toList();
    assertThat(history.ids(new Place(uid, room)))
        .as("%s in %d", uid, room)
        .containsExactlyElementsOf(theirs);
  }

  @Override
  public void close() throws IOException {
    gate.close();
  }
}
