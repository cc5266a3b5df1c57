package app.oegukmin.removal;

import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.post.PostKind;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** What removals read and write of the table of answers. */
final class AnswerItems {

  /** A row of a question's answers. */
  record Row(String key, long id) {}

  /** Says which question an answer belongs to. */
  record Place(String key, long id, long question) {}

  /** What is added to an answer's likes. */
  record Likes(String key, long id, long likes) {}

  static final TableSchema<Row> ROWS = schema(Row.class);
  static final TableSchema<Place> PLACES = schema(Place.class);
  static final TableSchema<Likes> LIKES = schema(Likes.class);

  /** All that is written. */
  static final Map<String, TableSchema<?>> WRITTEN =
      Map.of("likes", LIKES, "author", AuthorRemoval.authored("key"));

  private AnswerItems() {}

  private static <T extends Record> TableSchema<T> schema(Class<T> type) {
    return RecordSchema.of(type).partition("key").sort("id").build();
  }

  static Key place(long answer) {
    return Key.builder().partitionValue(PostKind.ANSWER.key(answer)).sortValue(0).build();
  }
}
