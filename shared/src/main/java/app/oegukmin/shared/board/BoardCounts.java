package app.oegukmin.shared.board;

import app.oegukmin.shared.dynamo.RecordSchema;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * What a run has found on a board, as BoardTable keeps it, or what is added to that.
 *
 * @param sent the numbers of the pages that were sent for crawling
 * @param walked the numbers of the pages that are done
 * @param added articles that were new
 * @param changed articles whose text had changed
 * @param removed articles that had left the list
 * @param gone articles whose page was not there any more
 * @param failed articles that could not be read
 */
public record BoardCounts(
    String board,
    Optional<Set<Integer>> sent,
    Optional<Set<Integer>> walked,
    Optional<Integer> added,
    Optional<Integer> changed,
    Optional<Integer> removed,
    Optional<Integer> gone,
    Optional<Integer> failed) {

  /** The attributes of an item, with {@code board} as its key. */
  public static final TableSchema<BoardCounts> SCHEMA =
      RecordSchema.of(BoardCounts.class).partition("board").build();
}
