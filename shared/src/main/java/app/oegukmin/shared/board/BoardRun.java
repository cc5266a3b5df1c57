package app.oegukmin.shared.board;

import app.oegukmin.shared.dynamo.RecordSchema;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * The newest recorded run of a board.
 *
 * @param lastRun its id; ids of later runs are greater as text. Empty before the first run
 */
public record BoardRun(Optional<String> lastRun, BoardCounts counts) {

  /** The attributes of an item of BoardTable, but for what is remembered of the board. */
  public static final TableSchema<BoardRun> SCHEMA =
      RecordSchema.of(BoardRun.class).flatten("counts", BoardCounts.SCHEMA).build();
}
