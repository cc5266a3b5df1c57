package app.oegukmin.moderation;

import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.post.Picture;
import app.oegukmin.shared.post.Visibility;
import java.util.List;
import java.util.Map;
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

  /** What hides a question or an FAQ entry: its pictures are deleted, and it loses them at once. */
  record Bare(String board, long id, boolean hidden, List<Picture> pictures) {}

  /** Whether an answer is hidden: true or absent. */
  record HiddenAnswer(String key, long id, Optional<Boolean> hidden) {}

  static final TableSchema<Row> ROWS = board(Row.class);
  static final TableSchema<AnswerRow> ANSWERS = answer(AnswerRow.class);
  static final TableSchema<Bare> BARE = board(Bare.class);
  static final TableSchema<HiddenAnswer> HIDDEN_ANSWERS = answer(HiddenAnswer.class);

  /** All that is written of questions and FAQ entries. */
  static final Map<String, TableSchema<?>> PICTURED =
      Map.of("bare", BARE, "visibility", Visibility.SCHEMA);

  private PostItems() {}

  private static <T extends Record> TableSchema<T> board(Class<T> type) {
    return RecordSchema.of(type).partition("board").sort("id").build();
  }

  private static <T extends Record> TableSchema<T> answer(Class<T> type) {
    return RecordSchema.of(type).partition("key").sort("id").build();
  }
}
