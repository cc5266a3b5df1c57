package app.oegukmin.search;

import app.oegukmin.shared.dynamo.RecordSchema;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** What the search reads of the rows of boards. */
final class PostRows {

  /** A question, an FAQ entry or a help article. */
  record Row(
      String board,
      long id,
      String title,
      Optional<String> tag,
      Optional<String> language,
      Optional<String> owner,
      String createdDate,
      Optional<Boolean> hidden) {

    boolean shown() {
      return hidden.isEmpty();
    }

    String day() {
      return PostRows.day(createdDate);
    }
  }

  /** An answer, or, without a date, what says whose one is. */
  record AnswerRow(
      String key,
      long id,
      Optional<String> createdDate,
      Optional<Boolean> hidden,
      Optional<Long> likes) {

    boolean shown() {
      return hidden.isEmpty();
    }

    String day() {
      return PostRows.day(createdDate.orElseThrow());
    }
  }

  static final TableSchema<Row> ROWS =
      RecordSchema.of(Row.class).partition("board").sort("id").build();
  static final TableSchema<AnswerRow> ANSWERS =
      RecordSchema.of(AnswerRow.class).partition("key").sort("id").build();

  private static final int DAY = "yyyy-MM-dd".length();

  private PostRows() {}

  private static String day(String dateTime) {
    return dateTime.substring(0, DAY);
  }
}
