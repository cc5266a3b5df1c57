package app.oegukmin.chat;

import static java.util.stream.Collectors.toMap;

import app.oegukmin.chat.wait.WaitService;
import app.oegukmin.chat.wait.WaitService.Look;
import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.dynamo.BatchRead;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Gives the newest message of each of some rooms, as soon as one has something new. */
final class ListPollService {

  private final ChatStore store;
  private final RoomListService lists;
  private final PollService polls;
  private final WaitService waits;

  ListPollService(ChatStore store, RoomListService lists, PollService polls, WaitService waits) {
    this.store = store;
    this.lists = lists;
    this.polls = polls;
    this.waits = waits;
  }

  /**
   * The newest messages of partners, ascending by id; empty when none came. Rooms of others are
   * left out (D-S11). Nothing counts as delivered by it.
   *
   * @param known the newest id that the app knows, by room
   */
  List<RoomMessageView> newest(String uid, Map<Long, Long> known) {
    return waits.await(uid, known::containsKey, () -> look(uid, known));
  }

  private Look<RoomMessageView> look(String uid, Map<Long, Long> known) {
    BatchRead batch = store.batch();
    store.rooms().ask(batch, known.keySet());
    store.cursors().ask(batch, uid, List.of());
    BatchRead.Found found = batch.read();
    polls.see(uid, store.cursors().seenIn(found));
    List<Room> rooms =
        store.rooms().in(found).stream().filter(room -> room.slotOf(uid).isPresent()).toList();
    List<Room> changed =
        rooms.stream().filter(room -> lastOfPartner(room, uid) > known.get(room.id())).toList();
    // A list without rooms waits as well (D-C9); one of nothing but others' rooms does not.
    Instant idle = known.isEmpty() ? store.clock().instant() : Instant.EPOCH;
    Instant active =
        rooms.stream().map(PollService::active).max(Comparator.naturalOrder()).orElse(idle);
    return new Look<>(changed.isEmpty() ? List.of() : views(uid, changed), active);
  }

  private List<RoomMessageView> views(String uid, List<Room> changed) {
    Map<Long, Room> rooms = changed.stream().collect(toMap(Room::id, Function.identity()));
    BatchRead batch = store.batch();
    changed.forEach(room -> store.messages().ask(batch, room.id(), lastOfPartner(room, uid)));
    lists.askNames(batch, changed.stream().map(room -> partner(room, uid)).distinct().toList());
    BatchRead.Found found = batch.read();
    Map<String, String> names = lists.namesIn(found);
    return store.messages().in(found).stream()
        .sorted(Comparator.comparingLong(Message::id))
        .map(message -> RoomMessageView.of(message, partner(rooms.get(message.room()), uid), names))
        .toList();
  }

  private static long lastOfPartner(Room room, String uid) {
    return room.lastOfPartner(room.slotOf(uid).orElseThrow());
  }

  private static Seat partner(Room room, String uid) {
    return room.partner(room.slotOf(uid).orElseThrow());
  }
}
