package app.oegukmin.shared.chat;

import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The messages. They never change; who sent one is a slot of its room, so nothing here names a
 * member.
 *
 * <pre>
 *   room (partition key)   id (sort key)   sender   content   date    previous   expires
 *   PostIds                2, 3, 4…        0 or 1   text      in ms   an id      for the time to live
 * </pre>
 */
public final class MessageTable {

  private record Row(
      long room,
      long id,
      int sender,
      String content,
      Instant date,
      long previous,
      Instant expires) {

    Message message() {
      return new Message(room, id, sender, content, date, previous);
    }
  }

  private static final TableSchema<Row> ROWS =
      RecordSchema.of(Row.class)
          .partition("room")
          .sort("id")
          .as("date", new EpochMillis())
          .as("expires", new EpochSeconds())
          .build();

  /** Reads the images of the table's stream. */
  public static final TableSchema<Message> IMAGES =
      RecordSchema.of(Message.class)
          .partition("room")
          .sort("id")
          .as("date", new EpochMillis())
          .build();

  private final DynamoDbTable<Row> rows;
  private final InstantSource clock;

  /** The table with a physical name; what has expired by a clock is not there. */
  public MessageTable(DynamoDbClient client, String name, InstantSource clock) {
    this.rows = Dynamo.table(client, name, ROWS);
    this.clock = clock;
  }

  /**
   * Stores a new message, unless its id is taken.
   *
   * @param retention how long it is kept
   */
  public void put(Transaction transaction, Message message, Duration retention) {
    Row row =
        new Row(
            message.room(),
            message.id(),
            message.sender(),
            message.content(),
            message.date(),
            message.previous(),
            message.date().plus(retention));
    transaction.put(rows, row, Conditions.absent("id"));
  }

  /** A message, empty when there is none. */
  public Optional<Message> find(long room, long id) {
    return Reads.find(rows, key(room, id)).filter(this::live).map(Row::message);
  }

  /**
   * Some messages of a room above an id, the lowest first, by one query.
   *
   * @param limit how many at most; a query ends before it after a megabyte
   */
  public MessagePage after(long room, long id, int limit) {
    return page(Reads.above(rows, key(room, id), limit));
  }

  /** The same below an id, the highest first. */
  public MessagePage before(long room, long id, int limit) {
    return page(Reads.below(rows, key(room, id), limit));
  }

  /** Asks for a message beside items of other tables; none may be named twice. */
  public void ask(BatchRead batch, long room, long id) {
    batch.get(rows, List.of(key(room, id)));
  }

  /** The messages that a batch has found, in any order. */
  public List<Message> in(BatchRead.Found found) {
    return messages(found.in(rows));
  }

  private MessagePage page(List<Row> found) {
    return new MessagePage(
        messages(found),
        found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.getLast().id()));
  }

  private List<Message> messages(List<Row> found) {
    return found.stream().filter(this::live).map(Row::message).toList();
  }

  private boolean live(Row row) {
    return row.expires().isAfter(clock.instant());
  }

  private static Key key(long room, long id) {
    return Key.builder().partitionValue(room).sortValue(id).build();
  }
}
