package app.oegukmin.chat;

import app.oegukmin.chat.ChatRefusal.Reason;
import app.oegukmin.shared.chat.ChatTime;
import app.oegukmin.shared.chat.Cursor;
import app.oegukmin.shared.chat.Newest;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.member.Member;
import app.oegukmin.shared.post.Author;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists a member's rooms by three round trips for a hundred of them. */
final class RoomListService {

  private static final Comparator<RoomView> NEWEST_FIRST =
      Comparator.comparing(RoomView::newest).thenComparing(RoomView::id).reversed();

  private final ChatStore store;

  RoomListService(ChatStore store) {
    this.store = store;
  }

  /**
   * All rooms of a member, the one with the newest message first.
   *
   * @throws ChatRefusal when the member has no account
   */
  List<RoomView> all(String uid) {
    List<RoomView> rooms = above(uid, 0);
    // Who has a room has an account: a removal deletes both.
    if (rooms.isEmpty() && store.members().find(uid).isEmpty()) {
      throw new ChatRefusal(Reason.USER_NOT_FOUND);
    }
    return rooms;
  }

  /** The rooms of a member with an id above another, in the same order. */
  List<RoomView> above(String uid, long id) {
    Map<Long, Cursor> cursors =
        store.cursors().above(uid, id).stream()
            .collect(Collectors.toMap(Cursor::room, Function.identity()));
    List<Room> rooms =
        rooms(cursors.keySet()).stream().filter(room -> room.slotOf(uid).isPresent()).toList();
    Map<String, String> names = names(partners(rooms, uid));
    return rooms.stream()
        .map(room -> view(room, partner(room, uid), cursors.get(room.id()), names))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  private List<Room> rooms(Collection<Long> ids) {
    BatchRead batch = store.batch();
    store.rooms().ask(batch, ids);
    return store.rooms().in(batch.read());
  }

  private static List<Seat> partners(List<Room> rooms, String uid) {
    return rooms.stream().map(room -> partner(room, uid)).distinct().toList();
  }

  private static Seat partner(Room room, String uid) {
    return room.partner(room.slotOf(uid).orElseThrow());
  }

  private Map<String, String> names(List<Seat> partners) {
    BatchRead batch = store.batch();
    askNames(batch, partners);
    return namesIn(batch.read());
  }

  /** Asks for the names of some partners beside other items. */
  void askNames(BatchRead batch, List<Seat> partners) {
    store
        .members()
        .ask(batch, partners.stream().filter(seat -> !seat.left()).map(Seat::uid).toList());
  }

  /** The names that a batch has found by uid, as the profiles have them now. */
  Map<String, String> namesIn(BatchRead.Found found) {
    return store.members().allIn(found).stream()
        .collect(Collectors.toMap(Member::id, Member::name));
  }

  /** The name of a partner, never null (D-C10). */
  static String name(Seat partner, Map<String, String> names) {
    return names.getOrDefault(partner.uid(), Author.LEFT.author());
  }

  private static RoomView view(Room room, Seat partner, Cursor cursor, Map<String, String> names) {
    return new RoomView(
        room.id(),
        partner.publicId(),
        name(partner, names),
        room.lastId() == 0 ? 0 : Math.max(cursor.named(), 1),
        room.lastId(),
        room.newest().map(Newest::preview).orElse(""),
        room.newest().map(Newest::date).map(ChatTime::of).orElse(ChatTime.NEVER),
        room.newest().map(Newest::date).orElse(Instant.EPOCH));
  }
}
