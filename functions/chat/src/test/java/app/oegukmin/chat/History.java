package app.oegukmin.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the clients of a simulation have sent and received, in the order in which it happened. */
final class History {

  /**
   * What a client wanted to send.
   *
   * @param once whether the client repeats it under one id until it is acknowledged
   */
  record Wanted(long room, String uid, String text, boolean once) {}

  /** A message as a client's store has it. */
  record Received(long id, String text) {}

  /** A client in a room. */
  record Place(String uid, long room) {}

  private final List<Wanted> wanted = new ArrayList<>();
  private final Map<String, Long> acknowledged = new HashMap<>();
  private final Map<Place, List<Received>> received = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final List<String> events = new ArrayList<>();

  void wants(Wanted message) {
    wanted.add(message);
    events.add(message.uid() + " sends " + message.text());
  }

  void acknowledges(String text, long id) {
    Long before = acknowledged.put(text, id);
    if (before != null && before != id) {
      faults.add("%s has the ids %d and %d".formatted(text, before, id));
    }
  }

  /**
   * A response has arrived.
   *
   * @param session the highest id that arrived since the app opened the room
   * @param named the highest id that the app has named to the server after it had arrived
   */
  void receives(Place place, List<Received> messages, long session, long named) {
    List<Received> own = received.computeIfAbsent(place, key -> new ArrayList<>());
    events.add(place.uid() + " gets " + messages);
    long last = session;
    for (Received message : messages) {
      if (message.id() <= last) {
        faults.add("%s got %d after %d".formatted(place, message.id(), last));
      }
      if (message.id() <= named) {
        faults.add("%s got %d again after naming %d".formatted(place, message.id(), named));
      }
      last = message.id();
      own.add(message);
    }
  }

  /** A message has arrived over a connection: each once, in the order of its room. */
  void takes(Place place, Received message) {
    List<Received> own = received.computeIfAbsent(place, key -> new ArrayList<>());
    events.add(place.uid() + " takes " + message);
    if (!own.isEmpty() && message.id() <= own.getLast().id()) {
      faults.add("%s took %d after %d".formatted(place, message.id(), own.getLast().id()));
    }
    own.add(message);
  }

  /** The texts that clients wanted to send. */
  List<Wanted> wanted() {
    return wanted;
  }

  /** The id that a sender was told. */
  Map<String, Long> acknowledged() {
    return acknowledged;
  }

  /** The ids that have arrived at a client, each once, ascending. */
  List<Long> ids(Place place) {
    return received.getOrDefault(place, List.of()).stream()
        .map(Received::id)
        .distinct()
        .sorted()
        .toList();
  }

  /** All that happened, in its order. */
  List<String> events() {
    return events;
  }

  /** What was wrong at the moment it happened. */
  List<String> faults() {
    return faults;
  }
}
