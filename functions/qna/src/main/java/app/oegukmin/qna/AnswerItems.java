package app.oegukmin.qna;

import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.post.AnswerPlaces;
import app.oegukmin.shared.post.Author;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** The items of {@link AnswerTable}: a record for each writer and reader. */
final class AnswerItems {

  /** What the board writes of an answer. */
  record Original(
      String key,
      long id,
      long ordinal,
      long likes,
      Author author,
      String createdDate,
      String updatedDate) {}

  /** The same with what an administrator writes. */
  record Row(Original original, Optional<Boolean> hidden) {

    boolean shown() {
      return hidden.isEmpty();
    }

    Answer answer(long question) {
      return new Answer(
          original.id(),
          question,
          original.ordinal(),
          original.likes(),
          original.author(),
          original.createdDate(),
          original.updatedDate());
    }
  }

  /** What its author changes. */
  record Change(String key, long id, String updatedDate) {}

  static final TableSchema<Original> ORIGINALS =
      schema(Original.class).flatten("author", Author.SCHEMA).build();
  static final TableSchema<Row> ROWS =
      RecordSchema.of(Row.class).flatten("original", ORIGINALS).build();
  static final TableSchema<Change> CHANGES = schema(Change.class).build();

  /** All that the board writes. */
  static final Map<String, TableSchema<?>> WRITTEN =
      Map.of("answer", ORIGINALS, "place", AnswerPlaces.PLACES);

  private AnswerItems() {}

  private static <T extends Record> RecordSchema<T> schema(Class<T> type) {
    return RecordSchema.of(type).partition("key").sort("id");
  }
}
