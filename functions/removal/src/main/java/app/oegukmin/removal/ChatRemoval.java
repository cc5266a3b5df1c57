package app.oegukmin.removal;

import app.oegukmin.shared.chat.PairTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.work.RemoveMember;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Takes a departed member out of all chat rooms. Rooms and messages stay for the partners: messages
 * name a slot, and the slot becomes {@link Seat#LEFT}. A cursor goes last, because it is what names
 * the room.
 */
final class ChatRemoval implements RemovalStep {

  /** Physical names of the tables. */
  record Tables(String rooms, String pairs, String cursors) {}

  private record Cursor(String member, long room) {}

  private record Pair(String pair) {}

  private record Seats(
      long id,
      Optional<String> memberA,
      Optional<String> publicA,
      Optional<String> memberB,
      Optional<String> publicB) {

    static Seats left(long room, int slot) {
      Optional<String> uid = Optional.of(Seat.LEFT.uid());
      Optional<String> publicId = Optional.of(Seat.LEFT.publicId());
      return slot == 0
          ? new Seats(room, uid, publicId, Optional.empty(), Optional.empty())
          : new Seats(room, Optional.empty(), Optional.empty(), uid, publicId);
    }
  }

  /** What it writes of rooms. */
  static final TableSchema<Seats> SEATS = RecordSchema.of(Seats.class).partition("id").build();

  private static final TableSchema<Cursor> CURSORS =
      RecordSchema.of(Cursor.class).partition("member").sort("room").build();
  private static final TableSchema<Pair> PAIRS =
      RecordSchema.of(Pair.class).partition("pair").build();

  private final RoomTable rooms;
  private final DynamoDbTable<Seats> seats;
  private final DynamoDbTable<Cursor> cursors;
  private final DynamoDbTable<Pair> pairs;

  /** A step over the tables of chat. */
  ChatRemoval(DynamoDbClient client, Tables tables) {
    this.rooms = new RoomTable(client, tables.rooms());
    this.seats = Dynamo.table(client, tables.rooms(), SEATS);
    this.cursors = Dynamo.table(client, tables.cursors(), CURSORS);
    this.pairs = Dynamo.table(client, tables.pairs(), PAIRS);
  }

  @Override
  public void remove(RemoveMember removal) {
    List<Cursor> own = Reads.partition(cursors, MemberKey.of(removal.id()));
    for (Cursor cursor : own) {
      rooms.find(cursor.room()).ifPresent(room -> leave(room, removal.id()));
      cursors.deleteItem(
          Key.builder().partitionValue(cursor.member()).sortValue(cursor.room()).build());
    }
  }

  private void leave(Room room, String uid) {
    room.slotOf(uid).ifPresent(slot -> leave(room, uid, slot));
  }

  // The pair first: once the seat is empty, nobody could name it any more.
  private void leave(Room room, String uid, int slot) {
    String pair = PairTable.pair(uid, room.partner(slot).uid());
    pairs.deleteItem(Key.builder().partitionValue(pair).build());
    Writes.set(
        seats,
        Seats.left(room.id(), slot),
        Conditions.equal(slot == 0 ? "memberA" : "memberB", uid));
  }
}
