package app.oegukmin.removal;

import app.oegukmin.shared.dynamo.Transaction;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Deletes items of a table, as many at once as DynamoDB takes in one transaction. */
record Deletion(DynamoDbClient client, DynamoDbTable<?> table) {

  private static final int SOME = 100;

  /** Deletes what there is of some items. */
  void of(List<Key> keys) {
    for (int from = 0; from < keys.size(); from += SOME) {
      Transaction transaction = new Transaction(client);
      keys.subList(from, Math.min(from + SOME, keys.size()))
          .forEach(key -> transaction.delete(table, key));
      transaction.write();
    }
  }
}
