package app.oegukmin.chat;

import app.oegukmin.shared.chat.Cursor;
import app.oegukmin.shared.chat.CursorTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes rooms around the function, as an import does. */
final class RoomRows {

  private RoomRows() {}

  /** A room without messages. */
  static void put(Stack stack, long id, String one, String other) {
    put(stack, Room.of(id, seat(one), seat(other), Instant.EPOCH), 0);
  }

  /** A room that nobody but one is in. */
  static void left(Stack stack, long id, String one) {
    put(stack, Room.of(id, Seat.LEFT, seat(one), Instant.EPOCH), 0);
  }

  /** A room whose ids begin above imported ones; all of them have been delivered. */
  static void imported(Stack stack, long id, String one, String other, long last) {
    Room room =
        new Room(
            id,
            List.of(seat(one), seat(other)),
            Instant.EPOCH,
            last,
            List.of(last, last),
            Optional.empty());
    put(stack, room, last);
  }

  private static void put(Stack stack, Room room, long handed) {
    Transaction transaction = new Transaction(stack.dynamodb());
    new RoomTable(stack.dynamodb(), stack.table("RoomTable")).put(transaction, room);
    CursorTable cursors = new CursorTable(stack.dynamodb(), stack.table("CursorTable"));
    for (Seat seat : room.seats()) {
      cursors.put(transaction, new Cursor(MemberKey.of(seat.uid()), room.id(), handed, 0));
    }
    transaction.write();
  }

  private static Seat seat(String uid) {
    return new Seat(uid, "public-" + uid);
  }
}
