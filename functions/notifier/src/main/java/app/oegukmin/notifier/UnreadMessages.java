package app.oegukmin.notifier;

import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.chat.CursorTable;
import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.MessageTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.connection.ConnectionTable;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.work.SendPush;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Finds out whether a member still has to be told of a message. */
final class UnreadMessages {

  /**
   * A message that its receiver does not have.
   *
   * @param seenUntil until when the receiver counts as looking
   */
  record Unread(Message message, Instant seenUntil) {

    /** Whether the receiver has looked since the message came. */
    boolean seenSince() {
      return seenUntil.minus(CursorTable.LOOKING).isAfter(message.date());
    }
  }

  private final DynamoDbClient client;
  private final RoomTable rooms;
  private final MessageTable messages;
  private final CursorTable cursors;
  private final BlockTable blocks;
  private final ConnectionTable connections;
  private final Clock clock;

  /** Over the tables that the environment names. */
  UnreadMessages(Environment environment, DynamoDbClient client, Clock clock) {
    this.client = client;
    this.rooms = new RoomTable(client, environment.require("ROOM_TABLE"));
    this.messages = new MessageTable(client, environment.require("MESSAGE_TABLE"), clock);
    this.cursors = new CursorTable(client, environment.require("CURSOR_TABLE"));
    this.blocks = new BlockTable(client, environment.require("BLOCK_TABLE"));
    this.connections = new ConnectionTable(client, environment.require("CONNECTION_TABLE"), clock);
    this.clock = clock;
  }

  /**
   * What a push is about; empty when the message is gone or was delivered, when the receiver has
   * left, blocks the sender, or is connected.
   */
  Optional<Unread> find(SendPush push) {
    BatchRead batch = new BatchRead(client);
    rooms.ask(batch, List.of(push.room()));
    messages.ask(batch, push.room(), push.message());
    cursors.ask(batch, push.member(), List.of(push.room()));
    BatchRead.Found found = batch.read();
    boolean delivered =
        cursors.in(found).stream().anyMatch(cursor -> cursor.handed() >= push.message());
    if (delivered || connected(push.member())) {
      return Optional.empty();
    }
    Optional<Room> room = rooms.in(found).stream().findFirst();
    return messages.in(found).stream()
        .findFirst()
        .filter(message -> room.filter(in -> admits(in, message, push.member())).isPresent())
        .map(message -> new Unread(message, cursors.seenIn(found)));
  }

  private boolean connected(String uid) {
    Instant now = clock.instant();
    return connections.of(MemberKey.of(uid)).stream().anyMatch(one -> one.admitted(now));
  }

  private boolean admits(Room room, Message message, String receiver) {
    Seat sender = room.seat(message.sender());
    return room.partner(message.sender()).uid().equals(receiver) && !blocks(receiver, sender);
  }

  private boolean blocks(String receiver, Seat sender) {
    BatchRead batch = new BatchRead(client);
    blocks.ask(batch, receiver, Stream.of(sender.key()));
    return !blocks.in(batch.read()).isEmpty();
  }
}
