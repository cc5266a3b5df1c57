package app.oegukmin.chat;

import app.oegukmin.shared.chat.CursorTable;
import app.oegukmin.shared.chat.MessageTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.member.MemberTable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables that all functions of chat read. */
public record ChatStore(
    DynamoDbClient client,
    RoomTable rooms,
    MessageTable messages,
    CursorTable cursors,
    MemberTable members,
    Clock clock) {

  /** How long a write that meets others is tried again. */
  public static final Duration PATIENCE = Duration.ofSeconds(3);

  /** The tables that the environment names. */
  public static ChatStore of(Environment environment, Clock clock) {
    DynamoDbClient client = Dynamo.connect(environment);
    return new ChatStore(
        client,
        new RoomTable(client, environment.require("ROOM_TABLE")),
        new MessageTable(client, environment.require("MESSAGE_TABLE"), clock),
        new CursorTable(client, environment.require("CURSOR_TABLE")),
        new MemberTable(client, environment.require("USER_TABLE")),
        clock);
  }

  /** A batch without keys. */
  public BatchRead batch() {
    return new BatchRead(client);
  }

  /** A transaction without actions. */
  public Transaction transaction() {
    return new Transaction(client);
  }

  /**
   * The slot of a member in a room that was read.
   *
   * @throws ChatRefusal when there is no such room or it is not the member's (D-C1, D-S11)
   */
  public static int requireSlot(Optional<Room> room, String uid) {
    return room.map(found -> found.slotOf(uid))
        .filter(OptionalInt::isPresent)
        .orElseThrow(() -> new ChatRefusal(ChatRefusal.Reason.ROOM_NOT_FOUND))
        .getAsInt();
  }
}
