package app.oegukmin.moderation;

import app.oegukmin.moderation.PostItems.Bare;
import app.oegukmin.moderation.PostItems.Row;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.post.PostTextTable;
import app.oegukmin.shared.post.Visibility;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The rows of questions, help articles or FAQ entries. */
final class BoardTable implements PostTable {

  private static final Set<PostKind> PICTURED = EnumSet.of(PostKind.QUESTION, PostKind.FAQ);
  private static final Expression THERE = Conditions.present("board");

  private final DynamoDbClient client;
  private final PostKind kind;
  private final DynamoDbTable<Row> rows;
  private final DynamoDbTable<Visibility> visibilities;
  private final DynamoDbTable<Bare> bare;
  private final PostTextTable texts;
  private final LongFunction<List<String>> caches;

  /**
   * The table with a physical name.
   *
   * @param caches the caches that have a post with an id
   */
  BoardTable(
      DynamoDbClient client,
      PostKind kind,
      String name,
      PostTextTable texts,
      LongFunction<List<String>> caches) {
    this.client = client;
    this.kind = kind;
    this.rows = Dynamo.table(client, name, PostItems.ROWS);
    this.visibilities = Dynamo.table(client, name, Visibility.SCHEMA);
    this.bare = Dynamo.table(client, name, PostItems.BARE);
    this.texts = texts;
    this.caches = caches;
  }

  @Override
  public Optional<Post> find(long id) {
    BatchRead batch = new BatchRead(client).get(rows, List.of(key(id)));
    texts.ask(batch, List.of(kind.key(id)));
    BatchRead.Found found = batch.read();
    String text = texts.in(found).getOrDefault(kind.key(id), "");
    return found.in(rows).stream()
        .filter(row -> row.hidden().isEmpty())
        .findFirst()
        .map(row -> post(row, text));
  }

  private Post post(Row row, String text) {
    return new Post(
        kind,
        row.id(),
        row.title().orElse(""),
        text,
        row.uuid().orElse(""),
        row.owner().orElse(""));
  }

  @Override
  public Optional<List<String>> hide(Transaction transaction, long id, boolean hide) {
    if (hide && PICTURED.contains(kind)) {
      transaction.set(bare, new Bare(kind.tag(), id, true, List.of()), THERE);
    } else {
      Optional<Boolean> value = hide ? Optional.of(true) : Optional.empty();
      transaction.setOrRemove(visibilities, new Visibility(kind.tag(), id, value), THERE);
    }
    return Optional.of(caches.apply(id));
  }

  private Key key(long id) {
    return Key.builder().partitionValue(kind.tag()).sortValue(id).build();
  }
}
