package app.oegukmin.chat;

import app.oegukmin.chat.History.Place;
import app.oegukmin.chat.History.Received;
import app.oegukmin.chat.History.Wanted;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A client over WebSocket, as docs/socket.md tells it to be: each message once and in order. */
final class SimulatedSocket implements SimulatedMember {

  private final String uid;
  private final SimulatedSockets server;
  private final History history;
  private final Random random;
  private final Map<Long, Long> last = new HashMap<>();

  SimulatedSocket(String uid, SimulatedSockets server, History history, Random random) {
    this.uid = uid;
    this.server = server;
    this.history = history;
    this.random = random;
    server.connect(uid, this::arrives);
  }

  @Override
  public String uid() {
    return uid;
  }

  /** Connects again, or says what has arrived. */
  @Override
  public void act(List<Long> rooms) {
    long room = rooms.get(random.nextInt(rooms.size()));
    if (random.nextBoolean()) {
      resume(room);
    } else {
      acknowledge(room);
    }
  }

  @Override
  public void catchUp(long room) {
    resume(room);
    acknowledge(room);
  }

  @Override
  public void send(Wanted message) {
    history.wants(message);
    Optional<JsonNode> sent = server.send(message);
    while (sent.isEmpty()) {
      sent = server.send(message);
    }
    history.acknowledges(message.text(), sent.get().path("id").asLong());
  }

  private void acknowledge(long room) {
    long id = last.getOrDefault(room, 0L);
    if (id > 0) {
      server.acknowledge(uid, room, id);
    }
  }

  private void resume(long room) {
    boolean more = true;
    while (more) {
      Optional<JsonNode> resumed = server.resume(uid, room, last.getOrDefault(room, 0L));
      resumed.ifPresent(frame -> frame.path("messages").forEach(message -> take(room, message)));
      more = resumed.filter(frame -> frame.path("more").asBoolean()).isPresent();
    }
  }

  /** Takes a frame, ignores it, or asks for what is missing before it. */
  private void arrives(long room, JsonNode message) {
    if (message.path("previous").asLong() > last.getOrDefault(room, 0L)) {
      resume(room);
    } else {
      take(room, message);
    }
  }

  private void take(long room, JsonNode message) {
    long id = message.path("id").asLong();
    if (id > last.getOrDefault(room, 0L)) {
      last.put(room, id);
      history.takes(new Place(uid, room), new Received(id, message.path("content").asText()));
    }
  }
}
