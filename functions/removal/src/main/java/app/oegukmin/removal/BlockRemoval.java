package app.oegukmin.removal;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.work.RemoveMember;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Deletes whom a departed member blocks, and that others block the member. */
final class BlockRemoval implements RemovalStep {

  private static final String INDEX = "blocked";

  private record Block(String member, String blocked) {}

  private static final TableSchema<Block> SCHEMA =
      RecordSchema.of(Block.class)
          .partition("member")
          .sort("blocked")
          .tag("blocked", StaticAttributeTags.secondaryPartitionKey(INDEX))
          .tag("member", StaticAttributeTags.secondarySortKey(INDEX))
          .build();

  private final DynamoDbTable<Block> table;
  private final Deletion deletion;

  /** A step over the table of blocks with a physical name. */
  BlockRemoval(DynamoDbClient client, String name) {
    this.table = Dynamo.table(client, name, SCHEMA);
    this.deletion = new Deletion(client, table);
  }

  @Override
  public void remove(RemoveMember removal) {
    String member = MemberKey.of(removal.id());
    delete(Reads.partition(table, member));
    delete(Reads.partition(table.index(INDEX), member));
  }

  private void delete(List<Block> blocks) {
    deletion.of(blocks.stream().map(BlockRemoval::key).toList());
  }

  private static Key key(Block block) {
    return Key.builder().partitionValue(block.member()).sortValue(block.blocked()).build();
  }
}
