package app.oegukmin.removal;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.post.Author;
import app.oegukmin.shared.work.RemoveMember;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes posts of one kind those of {@link Author#LEFT}; the posts stay. It finds them by the index
 * {@code owner}. Nobody whose account is deleted writes another one, because each new post demands
 * the account.
 */
final class AuthorRemoval implements RemovalStep {

  private static final String INDEX = "owner";

  /** What the index has of a post. */
  record Owned(String key, long id, String owner) {}

  private record Authored(String key, long id, Author author) {}

  /** What it writes of questions and help articles. */
  static final TableSchema<Authored> BOARDS = authored("board");

  private final DynamoDbIndex<Owned> owned;
  private final DynamoDbTable<Authored> posts;

  /**
   * A step over a table of posts with a physical name.
   *
   * @param partition the name of its partition key
   */
  AuthorRemoval(DynamoDbClient client, String name, String partition) {
    this.owned = owned(client, name, partition);
    this.posts = Dynamo.table(client, name, authored(partition));
  }

  /** The index by authors of a table of posts. */
  static DynamoDbIndex<Owned> owned(DynamoDbClient client, String name, String partition) {
    return Dynamo.table(client, name, owned(partition)).index(INDEX);
  }

  private static TableSchema<Owned> owned(String partition) {
    return RecordSchema.of(Owned.class)
        .partition("key")
        .named("key", partition)
        .sort("id")
        .tag("owner", StaticAttributeTags.secondaryPartitionKey(INDEX))
        .tag("id", StaticAttributeTags.secondarySortKey(INDEX))
        .build();
  }

  /** What it writes of posts. */
  static TableSchema<Authored> authored(String partition) {
    return RecordSchema.of(Authored.class)
        .partition("key")
        .named("key", partition)
        .sort("id")
        .flatten("author", Author.SCHEMA)
        .build();
  }

  @Override
  public void remove(RemoveMember removal) {
    String owner = MemberKey.of(removal.id());
    Reads.partition(owned, owner)
        .forEach(
            post ->
                Writes.set(
                    posts,
                    new Authored(post.key(), post.id(), Author.LEFT),
                    Conditions.equal("owner", owner)));
  }
}
