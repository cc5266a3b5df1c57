package app.oegukmin.chat;

import app.oegukmin.chat.wait.WaitService;
import app.oegukmin.chat.wait.WaitService.Look;
import app.oegukmin.shared.chat.CursorTable;
import app.oegukmin.shared.chat.Newest;
import app.oegukmin.shared.chat.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives what is new in one room, and new rooms, as soon as there is something. */
final class PollService {

  private static final Duration SEEN_AGAIN = Duration.ofSeconds(30);

  private final ChatStore store;
  private final DeliveryService delivery;
  private final RoomListService lists;
  private final WaitService waits;

  PollService(ChatStore store, DeliveryService delivery, RoomListService lists, WaitService waits) {
    this.store = store;
    this.delivery = delivery;
    this.lists = lists;
    this.waits = waits;
  }

  /**
   * What the partner has sent after a message, the oldest first; empty when nothing came.
   *
   * @throws ChatRefusal for who is no member of the room
   */
  List<MessageView> room(String uid, long room, long id) {
    return waits.await(uid, changed -> changed == room, new Looks(uid, room, id));
  }

  /** Looks of one poll. From the second on, one message that has come costs no query. */
  private final class Looks implements Supplier<Look<MessageView>> {

    private final String uid;
    private final long room;
    private final long id;
    private Optional<Long> next = Optional.empty();

    Looks(String uid, long room, long id) {
      this.uid = uid;
      this.room = room;
      this.id = id;
    }

    @Override
    public Look<MessageView> get() {
      Position position = delivery.position(uid, room, id, next);
      see(uid, position.seenUntil());
      next = Optional.of(position.room().nextId());
      return new Look<>(delivery.give(position), active(position.room()));
    }
  }

  /** Stores that a member is looking, about once a minute, so that nobody pushes meanwhile. */
  void see(String uid, Instant seenUntil) {
    Instant now = store.clock().instant();
    if (seenUntil.isBefore(now.plus(SEEN_AGAIN))) {
      store.cursors().see(uid, now.plus(CursorTable.LOOKING));
    }
  }

  /** When somebody has last done something in a room. */
  static Instant active(Room room) {
    return room.newest().map(Newest::date).orElse(room.createdDate());
  }

  /** The member's rooms with an id above another; empty when none came. */
  List<RoomView> rooms(String uid, long id) {
    Instant now = store.clock().instant();
    return waits.await(uid, changed -> changed > id, () -> new Look<>(lists.above(uid, id), now));
  }
}
