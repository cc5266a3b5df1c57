package app.oegukmin.shared.block;

import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.member.MemberKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Who sees nothing of whom.
 *
 * <pre>
 *   member (partition key)   blocked (sort key)   uuid             createdDate
 *   MemberKey                MemberKey            its public id    in Seoul's time
 * </pre>
 *
 * <p>The index {@code blocked} has the keys by who is blocked, for the removal of departed members.
 */
public final class BlockTable {

  private static final TableSchema<Block> SCHEMA =
      RecordSchema.of(Block.class).partition("member").sort("blocked").build();

  private final DynamoDbTable<Block> table;

  /** The table with a physical name. */
  public BlockTable(DynamoDbClient client, String name) {
    this.table = Dynamo.table(client, name, SCHEMA);
  }

  /** Stores a block; storing it again changes nothing but the date. */
  public void put(Block block) {
    Writes.put(table, block);
  }

  /** Ends a block by the uid of who blocks; nothing happens when there is none. */
  public void delete(String uid, String blocked) {
    table.deleteItem(key(uid, blocked));
  }

  /** Whom a member blocks. */
  public List<Block> of(String uid) {
    return Reads.partition(table, MemberKey.of(uid));
  }

  /**
   * Asks which of some authors a viewer blocks, beside items of other tables.
   *
   * @param viewer the uid
   * @param owners the keys of authors; one may be named several times
   */
  public void ask(BatchRead batch, String viewer, Stream<String> owners) {
    batch.get(table, owners.distinct().map(owner -> key(viewer, owner)).toList());
  }

  /** The keys of the authors whom a batch has found to be blocked. */
  public Set<String> in(BatchRead.Found found) {
    return found.in(table).stream().map(Block::blocked).collect(Collectors.toSet());
  }

  /**
   * Leaves out what authors have written whom a viewer blocks, by one round trip.
   *
   * @param viewer the uid, empty for a guest, who blocks nobody
   * @param owner the {@link MemberKey} of a row's author
   */
  public <R> List<R> visible(
      BatchRead batch, Optional<String> viewer, List<R> rows, Function<R, String> owner) {
    if (viewer.isEmpty() || rows.isEmpty()) {
      return rows;
    }
    ask(batch, viewer.get(), rows.stream().map(owner));
    Set<String> blocked = in(batch.read());
    return rows.stream().filter(row -> !blocked.contains(owner.apply(row))).toList();
  }

  /**
   * Makes a transaction depend on it that a member does not block another.
   *
   * @param uid of who may block
   * @param other the {@link MemberKey} of who may be blocked
   */
  public void demandNone(Transaction transaction, String uid, String other) {
    transaction.check(table, key(uid, other), Conditions.absent("member"));
  }

  private static Key key(String uid, String blocked) {
    return Key.builder().partitionValue(MemberKey.of(uid)).sortValue(blocked).build();
  }
}
