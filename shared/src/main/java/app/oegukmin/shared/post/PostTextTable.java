package app.oegukmin.shared.post;

import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The texts of posts, apart from their rows: a like on a row with 30 KB of text would cost 60 write
 * units.
 *
 * <pre>
 *   key (partition key)   text
 *   "question#7"          in NFC
 * </pre>
 */
public final class PostTextTable {

  private record Text(String key, String text) {}

  private static final TableSchema<Text> SCHEMA =
      RecordSchema.of(Text.class).partition("key").build();

  private final DynamoDbTable<Text> table;

  /** The table with a physical name. */
  public PostTextTable(DynamoDbClient client, String name) {
    this.table = Dynamo.table(client, name, SCHEMA);
  }

  /** Stores a text together with its post. */
  public void put(Transaction transaction, String post, String text) {
    transaction.put(table, new Text(post, text));
  }

  /** Deletes a text together with its post; nothing happens when there is none. */
  public void delete(Transaction transaction, String post) {
    transaction.delete(table, key(post));
  }

  /** Asks for the texts of some posts, by their keys, beside items of other tables. */
  public void ask(BatchRead batch, List<String> posts) {
    batch.get(table, posts.stream().map(PostTextTable::key).toList());
  }

  /** The texts that a batch has found, by the keys of their posts. */
  public Map<String, String> in(BatchRead.Found found) {
    return found.in(table).stream().collect(Collectors.toMap(Text::key, Text::text));
  }

  private static Key key(String post) {
    return Key.builder().partitionValue(post).build();
  }
}
