package app.oegukmin.shared.post;

import app.oegukmin.shared.dynamo.RecordSchema;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * What is added to the likes of an answer's row when somebody likes it, or no longer does.
 *
 * @param key of its question
 * @param likes how many more, or less
 */
public record AnswerLikes(String key, long id, long likes) {

  /** The key and one attribute. */
  public static final TableSchema<AnswerLikes> SCHEMA =
      RecordSchema.of(AnswerLikes.class).partition("key").sort("id").build();

  /** So many more for an answer of a question. */
  public static AnswerLikes of(long question, long answer, long more) {
    return new AnswerLikes(PostKind.QUESTION.key(question), answer, more);
  }
}
