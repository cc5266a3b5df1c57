package app.oegukmin.qna;

import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.post.Author;
import app.oegukmin.shared.post.Picture;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;

/** The items of {@link QuestionTable}: a record for each writer and reader. */
final class QuestionItems {

  /** What the board writes. */
  record Original(
      String board,
      long id,
      String title,
      String tag,
      Author author,
      String createdDate,
      String updatedDate,
      List<Picture> pictures,
      long answerCount,
      long lastOrdinal) {}

  /** The same with what an administrator writes. */
  record Row(Original original, Optional<Boolean> hidden) {

    boolean shown() {
      return hidden.isEmpty();
    }

    Question question() {
      return new Question(
          original.id(),
          original.title(),
          original.tag(),
          original.author(),
          original.createdDate(),
          original.updatedDate(),
          original.pictures(),
          original.answerCount());
    }
  }

  /** What its author changes. */
  record Change(String board, long id, String title, String tag, String updatedDate) {}

  /** What is added when it gets an answer or loses one. */
  record Count(String board, long id, long answerCount, Optional<Long> lastOrdinal) {}

  /** A row of the index over tags. */
  record Tagged(String board, long id, String tag) {}

  static final TableSchema<Original> ORIGINALS =
      schema(Original.class).flatten("author", Author.SCHEMA).build();
  static final TableSchema<Row> ROWS =
      RecordSchema.of(Row.class).flatten("original", ORIGINALS).build();
  static final TableSchema<Change> CHANGES = schema(Change.class).build();
  static final TableSchema<Count> COUNTS = schema(Count.class).build();
  static final TableSchema<Tagged> TAGGED =
      schema(Tagged.class)
          .tag("tag", StaticAttributeTags.secondaryPartitionKey(QuestionTable.BY_TAG))
          .tag("id", StaticAttributeTags.secondarySortKey(QuestionTable.BY_TAG))
          .build();

  private QuestionItems() {}

  private static <T extends Record> RecordSchema<T> schema(Class<T> type) {
    return RecordSchema.of(type).partition("board").sort("id");
  }
}
