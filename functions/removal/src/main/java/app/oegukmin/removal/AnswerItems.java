package app.oegukmin.removal;

import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.post.AnswerLikes;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** What removals read and write of the table of answers. */
final class AnswerItems {

  /** A row of a question's answers. */
  record Row(String key, long id) {}

  static final TableSchema<Row> ROWS =
      RecordSchema.of(Row.class).partition("key").sort("id").build();

  /** All that is written. */
  static final Map<String, TableSchema<?>> WRITTEN =
      Map.of("likes", AnswerLikes.SCHEMA, "author", AuthorRemoval.authored("key"));

  private AnswerItems() {}
}
