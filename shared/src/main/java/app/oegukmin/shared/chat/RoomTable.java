package app.oegukmin.shared.chat;

import app.oegukmin.shared.chat.RoomItems.Row;
import app.oegukmin.shared.chat.RoomItems.Sent;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The rooms, each with what its newest message changed.
 *
 * <pre>
 *   id (partition key)   memberA publicA memberB publicB   createdDate   lastId lastA lastB
 *   PostIds              the two seats; left               in ms         0 without messages
 *
 *   lastDate   lastSender   lastHash               lastPreview
 *   in ms      slot         of the newest text     its first 200 characters
 * </pre>
 */
public final class RoomTable {

  private final DynamoDbTable<Row> rows;
  private final DynamoDbTable<Sent> sent;

  /** The table with a physical name. */
  public RoomTable(DynamoDbClient client, String name) {
    this.rows = Dynamo.table(client, name, RoomItems.ROWS);
    this.sent = Dynamo.table(client, name, RoomItems.SENT);
  }

  /** Stores a new room, unless its id is taken. */
  public void put(Transaction transaction, Room room) {
    transaction.put(rows, Row.of(room), Conditions.absent("id"));
  }

  /**
   * Makes a message the newest of its room, on condition that the room is as it was read: no other
   * message since, and the sender still a member.
   */
  public void send(Transaction transaction, Room room, Message message) {
    Expression unchanged =
        Conditions.equal("lastId", room.lastId())
            .and(
                Conditions.equal(
                    message.sender() == 0 ? "memberA" : "memberB",
                    room.seat(message.sender()).uid()));
    transaction.set(sent, Sent.of(message), unchanged);
  }

  /** A room, empty when there is none. */
  public Optional<Room> find(long id) {
    return Reads.find(rows, key(id)).map(Row::room);
  }

  /** Asks for rooms beside items of other tables; none may be named twice. */
  public void ask(BatchRead batch, Collection<Long> ids) {
    batch.get(rows, ids.stream().map(RoomTable::key).toList());
  }

  /** The rooms that a batch has found, in any order. */
  public List<Room> in(BatchRead.Found found) {
    return found.in(rows).stream().map(Row::room).toList();
  }

  private static Key key(long id) {
    return Key.builder().partitionValue(id).build();
  }
}
