package app.oegukmin.shared.post;

import app.oegukmin.shared.dynamo.RecordSchema;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * Whether a row of a board is hidden: what moderation writes of it, and what its stream tells.
 *
 * @param board the tag of its {@link PostKind}
 * @param hidden true or absent
 */
public record Visibility(String board, long id, Optional<Boolean> hidden) {

  /** The key and one attribute. */
  public static final TableSchema<Visibility> SCHEMA =
      RecordSchema.of(Visibility.class).partition("board").sort("id").build();
}
