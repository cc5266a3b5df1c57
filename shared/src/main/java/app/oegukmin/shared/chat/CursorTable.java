package app.oegukmin.shared.chat;

import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.member.MemberKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The cursors: which rooms a member has, and what was delivered there.
 *
 * <pre>
 *   member (partition key)   room (sort key)   handed   named   seenUntil
 *   MemberKey                PostIds           an id    an id
 *   MemberKey                0                                  in ms: until when the member counts as
 *                                                               looking
 * </pre>
 */
public final class CursorTable {

  /** How long after a poll its member counts as looking. */
  public static final Duration LOOKING = Duration.ofSeconds(90);

  // No room has this id.
  private static final long OWN = 0;

  /** Both kinds of items, as a batch reads them. */
  private record Row(
      String member,
      long room,
      Optional<Long> handed,
      Optional<Long> named,
      Optional<Instant> seenUntil) {

    Cursor cursor() {
      return new Cursor(member, room, handed.orElseThrow(), named.orElseThrow());
    }
  }

  private record Seen(String member, long room, Instant seenUntil) {}

  private static final TableSchema<Row> ROWS =
      RecordSchema.of(Row.class)
          .partition("member")
          .sort("room")
          .as("seenUntil", new EpochMillis())
          .build();
  private static final TableSchema<Cursor> CURSORS =
      RecordSchema.of(Cursor.class).partition("member").sort("room").build();
  private static final TableSchema<Seen> SEEN =
      RecordSchema.of(Seen.class)
          .partition("member")
          .sort("room")
          .as("seenUntil", new EpochMillis())
          .build();

  private final DynamoDbTable<Row> rows;
  private final DynamoDbTable<Cursor> cursors;
  private final DynamoDbTable<Seen> seen;

  /** The table with a physical name. */
  public CursorTable(DynamoDbClient client, String name) {
    this.rows = Dynamo.table(client, name, ROWS);
    this.cursors = Dynamo.table(client, name, CURSORS);
    this.seen = Dynamo.table(client, name, SEEN);
  }

  /** Stores the cursor of a new room. */
  public void put(Transaction transaction, Cursor cursor) {
    transaction.put(cursors, cursor);
  }

  /**
   * Stores a cursor, on condition that it still is as it was read.
   *
   * @return false, and nothing is written, when it is not
   */
  public boolean move(Cursor from, Cursor to) {
    Expression unchanged =
        Conditions.equal("handed", from.handed()).and(Conditions.equal("named", from.named()));
    return Writes.set(cursors, to, unchanged);
  }

  /** The cursor of a member in a room, empty for who is no member of it. */
  public Optional<Cursor> find(String uid, long room) {
    return read(MemberKey.of(uid), room);
  }

  /** A cursor as it is now. */
  public Optional<Cursor> find(Cursor cursor) {
    return read(cursor.member(), cursor.room());
  }

  private Optional<Cursor> read(String member, long room) {
    return Reads.find(rows, key(member, room)).map(Row::cursor);
  }

  /** The cursors of a member whose rooms are above an id, by one query for each megabyte. */
  public List<Cursor> above(String uid, long room) {
    return Reads.above(rows, key(MemberKey.of(uid), Math.max(room, OWN))).stream()
        .map(Row::cursor)
        .toList();
  }

  /** Asks for a member's cursors and until when the member counts as looking. */
  public void ask(BatchRead batch, String uid, List<Long> rooms) {
    String member = MemberKey.of(uid);
    batch.get(rows, rooms.stream().map(room -> key(member, room)).toList());
    batch.get(rows, List.of(key(member, OWN)));
  }

  /** The cursors that a batch has found, in any order. */
  public List<Cursor> in(BatchRead.Found found) {
    return found.in(rows).stream().filter(row -> row.room() != OWN).map(Row::cursor).toList();
  }

  /** Until when the member counts as looking, as a batch has found it. */
  public Instant seenIn(BatchRead.Found found) {
    return found.in(rows).stream()
        .flatMap(row -> row.seenUntil().stream())
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  /** Until when a member counts as looking; long ago for who never looked. */
  public Instant seen(String uid) {
    return Reads.find(rows, key(MemberKey.of(uid), OWN))
        .flatMap(Row::seenUntil)
        .orElse(Instant.EPOCH);
  }

  /** Stores until when a member counts as looking. */
  public void see(String uid, Instant until) {
    Writes.set(seen, new Seen(MemberKey.of(uid), OWN, until));
  }

  private static Key key(String member, long room) {
    return Key.builder().partitionValue(member).sortValue(room).build();
  }
}
