package app.oegukmin.removal;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.chat.Cursor;
import app.oegukmin.shared.chat.CursorTable;
import app.oegukmin.shared.chat.PairTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class ChatRemovalTest {

  private static final String[] TABLES = {"RoomTable", "PairTable", "CursorTable"};

  @RegisterExtension static final Stack STACK = Stack.of("RoomTable", "PairTable", "CursorTable");

  private final Departed gone = new Departed(STACK, "uid-gone");
  private ChatRemoval removal;

  @BeforeEach
  void begin() {
    STACK.clear();
    removal =
        new ChatRemoval(
            STACK.dynamodb(),
            new ChatRemoval.Tables(
                STACK.table("RoomTable"), STACK.table("PairTable"), STACK.table("CursorTable")));
    room(5, "uid-gone", "uid-stays");
    room(6, "uid-other", "uid-gone");
    room(7, "uid-other", "uid-stays");
  }

  @Test
  @DisplayName("F-5: rooms stay for the partners, and nothing in them names the member")
  void f5_leavesRoomsToThePartners() {
    removal.remove(gone.removal());

    assertThat(Departed.everything(STACK, TABLES))
        .doesNotContain("uid-gone", "public-of-uid-gone", MemberKey.of("uid-gone"));
    assertThat(found(5).seats()).containsExactly(Seat.LEFT, seat("uid-stays"));
    assertThat(found(6).seats()).containsExactly(seat("uid-other"), Seat.LEFT);
    assertThat(found(7).seats()).containsExactly(seat("uid-other"), seat("uid-stays"));
    CursorTable cursors = new CursorTable(STACK.dynamodb(), STACK.table("CursorTable"));
    assertThat(cursors.above("uid-stays", 0)).extracting(Cursor::room).containsExactly(5L, 7L);
  }

  @Test
  @DisplayName("F-5: that both leave a room is a success, and so is doing it twice")
  void f5_bothLeave() {
    removal.remove(gone.removal());
    removal.remove(gone.removal());
    removal.remove(new Departed(STACK, "uid-stays").removal());

    assertThat(found(5).seats()).containsExactly(Seat.LEFT, Seat.LEFT);
    assertThat(Departed.everything(STACK, TABLES))
        .doesNotContain("uid-stays", MemberKey.of("uid-stays"));
  }

  private static Room found(long id) {
    return new RoomTable(STACK.dynamodb(), STACK.table("RoomTable")).find(id).orElseThrow();
  }

  private static void room(long id, String one, String other) {
    Room room = Room.of(id, seat(one), seat(other), Instant.EPOCH);
    Transaction transaction = new Transaction(STACK.dynamodb());
    new RoomTable(STACK.dynamodb(), STACK.table("RoomTable")).put(transaction, room);
    new PairTable(STACK.dynamodb(), STACK.table("PairTable")).put(transaction, one, other, id);
    CursorTable cursors = new CursorTable(STACK.dynamodb(), STACK.table("CursorTable"));
    room.seats().forEach(seat -> cursors.put(transaction, Cursor.of(seat.key(), id)));
    transaction.write();
  }

  private static Seat seat(String uid) {
    return new Seat(uid, "public-of-" + uid);
  }
}
