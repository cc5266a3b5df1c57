package app.oegukmin.removal;

import app.oegukmin.removal.AnswerItems.Row;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.post.AnswerPlaces;
import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.post.PostTextTable;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Deletes the answers of a question that was erased, with their texts; their votes follow from the
 * table's stream. A new answer demands its question, so none comes later.
 */
final class AnswerRemoval {

  // What DynamoDB takes in one transaction, at three items an answer.
  private static final int SOME = 33;

  private final DynamoDbClient client;
  private final DynamoDbTable<Row> rows;
  private final AnswerPlaces places;
  private final PostTextTable texts;

  AnswerRemoval(DynamoDbClient client, String name, PostTextTable texts) {
    this.client = client;
    this.rows = Dynamo.table(client, name, AnswerItems.ROWS);
    this.places = new AnswerPlaces(client, name);
    this.texts = texts;
  }

  /** Deletes them; doing that twice does no harm. */
  void ofQuestion(long question) {
    List<Row> some = some(question);
    while (!some.isEmpty()) {
      delete(some);
      some = some(question);
    }
  }

  private List<Row> some(long question) {
    return Reads.some(rows, PostKind.QUESTION.key(question), SOME);
  }

  private void delete(List<Row> some) {
    Transaction transaction = new Transaction(client);
    for (Row row : some) {
      transaction.delete(rows, Key.builder().partitionValue(row.key()).sortValue(row.id()).build());
      places.delete(transaction, row.id());
      texts.delete(transaction, PostKind.ANSWER.key(row.id()));
    }
    transaction.write();
  }
}
