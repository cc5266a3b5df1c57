package app.oegukmin.help;

import app.oegukmin.help.HelpItems.Change;
import app.oegukmin.help.HelpItems.Done;
import app.oegukmin.help.HelpItems.OfOwner;
import app.oegukmin.help.HelpItems.OfSide;
import app.oegukmin.help.HelpItems.Original;
import app.oegukmin.help.HelpItems.Row;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.dynamo.Writes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The help articles, without their texts. All are in one partition, so that every page is one
 * query.
 *
 * <pre>
 *   board (partition key)   id (sort key)
 *   "help"                  PostIds        title side ("helper", "helpee") done author country uuid
 *                                          owner createdDate updatedDate hidden
 * </pre>
 *
 * <p>{@code hidden} is there while an administrator hides the article. The index {@code category}
 * has the keys by side, the index {@code owner} those by {@link
 * app.oegukmin.shared.member.MemberKey}.
 */
final class HelpTable {

  static final String BY_SIDE = "category";
  static final String BY_OWNER = "owner";
  static final String HELPER = "helper";

  private static final String HELPEE = "helpee";
  private static final String BOARD = "help";
  private static final Expression THERE = Conditions.present("board");

  private final DynamoDbTable<Original> originals;
  private final DynamoDbTable<Row> rows;
  private final DynamoDbTable<Change> changes;
  private final DynamoDbTable<Done> ends;
  private final DynamoDbIndex<OfSide> sides;
  private final DynamoDbIndex<OfOwner> owners;

  HelpTable(DynamoDbClient client, String name) {
    this.originals = Dynamo.table(client, name, HelpItems.ORIGINALS);
    this.rows = Dynamo.table(client, name, HelpItems.ROWS);
    this.changes = Dynamo.table(client, name, HelpItems.CHANGES);
    this.ends = Dynamo.table(client, name, HelpItems.ENDS);
    this.sides = Dynamo.table(client, name, HelpItems.SIDES).index(BY_SIDE);
    this.owners = Dynamo.table(client, name, HelpItems.OWNERS).index(BY_OWNER);
  }

  /** Stores a new article, unless its id is taken. */
  void put(Transaction transaction, Help help) {
    Original row =
        new Original(
            BOARD,
            help.id(),
            help.title(),
            side(help.helper()),
            help.done(),
            help.author(),
            help.createdDate(),
            help.updatedDate());
    transaction.put(originals, row, Conditions.absent("board"));
  }

  /** Changes an article that is there; the side stays where none is given. */
  void change(
      Transaction transaction, long id, String title, Optional<Boolean> helper, String now) {
    Change change = new Change(BOARD, id, title, helper.map(HelpTable::side), now);
    transaction.set(changes, change, THERE);
  }

  /** Marks an article as done; nothing happens when it is gone. */
  void end(long id) {
    Writes.set(ends, new Done(BOARD, id, true), THERE);
  }

  /** Deletes an article that is there. */
  void delete(Transaction transaction, long id) {
    transaction.delete(rows, key(BOARD, id), THERE);
  }

  /** An article as it is stored, hidden or not. */
  Optional<Help> find(long id) {
    return Reads.find(rows, key(BOARD, id)).map(Row::help);
  }

  /** The ids of the newest articles below an id, hidden ones too, by one consistent query. */
  List<Long> below(long before, int limit) {
    return Reads.below(rows, key(BOARD, before), limit).stream().map(Row::id).toList();
  }

  /** The ids of the newest articles of a side below an id; the index follows a little later. */
  List<Long> ofSide(boolean helper, long before, int limit) {
    String side = side(helper);
    return Reads.between(sides, key(side, 0), key(side, before - 1), limit).stream()
        .map(OfSide::id)
        .toList();
  }

  /** The same of an owner. */
  List<Long> ofOwner(String owner, long before, int limit) {
    return Reads.between(owners, key(owner, 0), key(owner, before - 1), limit).stream()
        .map(OfOwner::id)
        .toList();
  }

  /** Asks for articles beside items of other tables. */
  void ask(BatchRead batch, List<Long> ids) {
    batch.get(rows, ids.stream().map(id -> key(BOARD, id)).toList());
  }

  /** What a batch has found, newest first. */
  List<Row> in(BatchRead.Found found) {
    return found.in(rows).stream().sorted(Comparator.comparing(Row::id).reversed()).toList();
  }

  private static String side(boolean helper) {
    return helper ? HELPER : HELPEE;
  }

  private static Key key(String partition, long id) {
    return Key.builder().partitionValue(partition).sortValue(id).build();
  }
}
