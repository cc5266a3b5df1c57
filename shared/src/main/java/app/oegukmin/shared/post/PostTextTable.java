package app.oegukmin.shared.post;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import java.util.Collection;
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

  /** An item; one BatchGet may read it beside items of other tables. */
  public record Text(String key, String text) {}

  private static final TableSchema<Text> SCHEMA =
      RecordSchema.of(Text.class).partition("key").build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Text> table;

  /** The table with a physical name. */
  public PostTextTable(DynamoDbClient client, String name) {
    this.client = client;
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

  /**
   * The texts of some posts, by their keys, in one round trip for up to 100. What has no text is
   * absent.
   */
  public Map<String, String> find(Collection<String> posts) {
    return Reads.batch(client, table, posts.stream().map(PostTextTable::key).toList()).stream()
        .collect(Collectors.toMap(Text::key, Text::text));
  }

  private static Key key(String post) {
    return Key.builder().partitionValue(post).build();
  }
}
