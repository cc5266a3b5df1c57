package app.oegukmin.moderation;

import app.oegukmin.shared.dynamo.RecordSchema;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** What moderation reads and writes of the items of posts. */
final class PostItems {

  /** A row of a board; an FAQ entry has no author. */
  record Row(
      String board,
      long id,
      Optional<String> title,
      Optional<String> uuid,
      Optional<String> owner,
      Optional<Boolean> hidden) {}

  /** A row of an answer. */
  record AnswerRow(String key, long id, String uuid, String owner, Optional<Boolean> hidden) {}

  /** Says which question an answer belongs to. */
  record Place(String key, long id, long question) {}

  /** Whether a row of a board is hidden: true or absent. */
  record Hidden(String board, long id, Optional<Boolean> hidden) {}

  /** The same of an answer. */
  record HiddenAnswer(String key, long id, Optional<Boolean> hidden) {}

  static final TableSchema<Row> ROWS = board(Row.class);
  static final TableSchema<AnswerRow> ANSWERS = answer(AnswerRow.class);
  static final TableSchema<Place> PLACES = answer(Place.class);
  static final TableSchema<Hidden> HIDDEN = board(Hidden.class);
  static final TableSchema<HiddenAnswer> HIDDEN_ANSWERS = answer(HiddenAnswer.class);

  private PostItems() {}

  private static <T extends Record> TableSchema<T> board(Class<T> type) {
    return RecordSchema.of(type).partition("board").sort("id").build();
  }

  private static <T extends Record> TableSchema<T> answer(Class<T> type) {
    return RecordSchema.of(type).partition("key").sort("id").build();
  }
}
