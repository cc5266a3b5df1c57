package app.oegukmin.indexer;

import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.MessageTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.chat.Wakes;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.event.ChangeBatch;
import app.oegukmin.shared.valkey.Valkey;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Wakes who waits for messages once more: their sender may have died between the write and the
 * wake-up, or Valkey may have been away.
 */
final class MessageWakes {

  private final DynamoDbClient client;
  private final RoomTable rooms;

  /** Wakes by the table of rooms with a physical name. */
  MessageWakes(DynamoDbClient client, String rooms) {
    this.client = client;
    this.rooms = new RoomTable(client, rooms);
  }

  /** Wakes the partners of those who sent a batch; false when Valkey cannot be reached. */
  boolean wake(ChangeBatch batch, Valkey valkey) {
    List<Message> messages =
        batch.changes().stream()
            .flatMap(change -> change.after(MessageTable.IMAGES).stream())
            .toList();
    Map<Long, Room> found = read(messages.stream().map(Message::room).distinct().toList());
    return new Wakes(valkey)
        .wake(
            messages.stream()
                .filter(message -> found.containsKey(message.room()))
                .map(message -> call(message, found.get(message.room())))
                .toList());
  }

  private static Wakes.Call call(Message message, Room room) {
    return new Wakes.Call(room.partner(message.sender()).key(), room.id());
  }

  private Map<Long, Room> read(List<Long> ids) {
    BatchRead batch = new BatchRead(client);
    rooms.ask(batch, ids);
    return rooms.in(batch.read()).stream().collect(Collectors.toMap(Room::id, Function.identity()));
  }
}
