package app.oegukmin.qna.picture;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.dynamo.Writes;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Posts whose pictures are being stored. A row is written before the first picture and removed by
 * the transaction that stores the post: pictures without a post have a row, always (D-Q5).
 *
 * <pre>
 *   board (partition key)   id (sort key)
 *   "question", "faq"       of the post that is to be
 * </pre>
 */
final class PendingTable {

  /** A post that does not exist yet, or never will. */
  record Pending(String board, long id) {}

  private static final TableSchema<Pending> SCHEMA =
      RecordSchema.of(Pending.class).partition("board").sort("id").build();

  private final DynamoDbTable<Pending> table;

  /** The table with a physical name. */
  PendingTable(DynamoDbClient client, String name) {
    this.table = Dynamo.table(client, name, SCHEMA);
  }

  /** Writes a row before the first picture is stored. */
  void begin(Transaction transaction, Pending pending) {
    transaction.put(table, pending);
  }

  /** Removes a row together with storing its post, on condition that it is still there. */
  void confirm(Transaction transaction, Pending pending) {
    transaction.delete(table, key(pending), Conditions.present("board"));
  }

  void delete(Pending pending) {
    Writes.delete(table, key(pending), Conditions.present("board"));
  }

  /** The rows of a board whose id is below one, the highest first. */
  List<Pending> below(String board, long id, int limit) {
    return Reads.below(table, key(new Pending(board, id)), limit);
  }

  private static Key key(Pending pending) {
    return Key.builder().partitionValue(pending.board()).sortValue(pending.id()).build();
  }
}
