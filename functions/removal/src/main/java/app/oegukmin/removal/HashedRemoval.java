package app.oegukmin.removal;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.work.RemoveMember;
import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Deletes items of a departed member that a hash names and an index {@code member} finds. What has
 * another owner by now stays.
 */
final class HashedRemoval implements RemovalStep {

  private static final String INDEX = "member";

  private record Owned(String hash, String member) {}

  private static final TableSchema<Owned> SCHEMA =
      RecordSchema.of(Owned.class)
          .partition("hash")
          .tag("member", StaticAttributeTags.secondaryPartitionKey(INDEX))
          .build();

  private final DynamoDbTable<Owned> table;
  private final Function<RemoveMember, String> owner;

  private HashedRemoval(DynamoDbClient client, String name, Function<RemoveMember, String> owner) {
    this.table = Dynamo.table(client, name, SCHEMA);
    this.owner = owner;
  }

  /** A step over the table of phones with a physical name. */
  static HashedRemoval devices(DynamoDbClient client, String name) {
    return new HashedRemoval(client, name, removal -> MemberKey.of(removal.id()));
  }

  /** A step over the table of tickets with a physical name. */
  static HashedRemoval tickets(DynamoDbClient client, String name) {
    return new HashedRemoval(client, name, RemoveMember::id);
  }

  @Override
  public void remove(RemoveMember removal) {
    String member = owner.apply(removal);
    Reads.partition(table.index(INDEX), member)
        .forEach(
            item ->
                Writes.delete(
                    table,
                    Key.builder().partitionValue(item.hash()).build(),
                    Conditions.equal("member", member)));
  }
}
