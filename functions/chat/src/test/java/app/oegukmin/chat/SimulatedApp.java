package app.oegukmin.chat;

import app.oegukmin.chat.ChatDesk.Response;
import app.oegukmin.chat.History.Place;
import app.oegukmin.chat.History.Received;
import app.oegukmin.chat.History.Wanted;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;

/** The shipped app of one member: what it stores and what it asks (contract §7.6). */
final class SimulatedApp implements SimulatedMember {

  private final String uid;
  private final SimulatedServer server;
  private final History history;
  private final Random random;
  private final Map<Long, Long> stored = new HashMap<>();
  private final Map<Long, Long> named = new HashMap<>();
  private Optional<Long> open = Optional.empty();
  private long cursor;
  private long session;
  private boolean busy;

  SimulatedApp(String uid, SimulatedServer server, History history, Random random) {
    this.uid = uid;
    this.server = server;
    this.history = history;
    this.random = random;
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public boolean busy() {
    return busy;
  }

  @Override
  public void act(List<Long> rooms) {
    busy = true;
    try {
      if (open.isEmpty()) {
        open(rooms.get(random.nextInt(rooms.size())));
      } else if (random.nextInt(8) == 0) {
        open = Optional.empty();
      } else {
        poll();
      }
    } finally {
      busy = false;
    }
  }

  @Override
  public void catchUp(long room) {
    open(room);
    while (poll()) {
      // Until there is nothing new.
    }
  }

  /** Opens a room's screen, sometimes by way of the list, whose ids it stores. */
  private void open(long room) {
    if (random.nextBoolean()) {
      list();
    }
    open = Optional.of(room);
    session = 0;
    cursor = stored.getOrDefault(room, 0L);
    ask(room, cursor, server.join(uid, room, cursor));
  }

  /** Asks for what is new in the room that is open; whether something came. */
  private boolean poll() {
    long room = open.orElseThrow();
    return ask(room, cursor, server.poll(uid, room, cursor));
  }

  private boolean ask(long room, long asked, Optional<Response> response) {
    // What it has received and named, also by a request whose response was cut, comes no more.
    long arrived = history.ids(new Place(uid, room)).contains(asked) ? asked : 0;
    named.merge(room, arrived, Math::max);
    List<Received> messages =
        response.filter(it -> it.status() == 200).map(SimulatedApp::messages).orElse(List.of());
    history.receives(new Place(uid, room), messages, session, named.getOrDefault(room, 0L));
    if (messages.isEmpty()) {
      return false;
    }
    cursor = messages.getLast().id();
    session = cursor;
    stored.put(room, cursor);
    return true;
  }

  private static List<Received> messages(Response response) {
    return StreamSupport.stream(response.content().path("messages").spliterator(), false)
        .map(it -> new Received(it.path("id").asLong(), it.path("content").asText()))
        .toList();
  }

  private void list() {
    Optional<Response> response = server.list(uid);
    if (response.filter(it -> it.status() == 200).isPresent()) {
      for (JsonNode room : response.get().content().path("rooms")) {
        stored.put(room.path("chat_room_id").asLong(), room.path("last_message_id").asLong());
      }
    }
  }

  /** Sends a text; the id of an own message becomes the stored one. */
  @Override
  public void send(Wanted message) {
    history.wants(message);
    busy = true;
    try {
      Optional<Response> response = server.send(message);
      while (message.once() && response.isEmpty()) {
        response = server.send(message);
      }
      response.ifPresent(sent -> sent(message, sent));
    } finally {
      busy = false;
    }
  }

  private void sent(Wanted message, Response response) {
    long id = response.content().path("id").asLong();
    history.acknowledges(message.text(), response.status() == 201 ? id : 0);
    stored.put(message.room(), id);
  }
}
