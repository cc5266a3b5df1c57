package app.oegukmin.shared.post;

import app.oegukmin.shared.dynamo.RecordSchema;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * The key of a post's row, as the stream of its table tells it.
 *
 * @param board the tag of its {@link PostKind}
 */
public record BoardKey(String board, long id) {

  /** The attributes of the key. */
  public static final TableSchema<BoardKey> SCHEMA =
      RecordSchema.of(BoardKey.class).partition("board").sort("id").build();
}
