package app.oegukmin.shared.post;

import app.oegukmin.shared.dynamo.RecordSchema;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * The key of an item of AnswerTable, as its stream tells it: a row of a question's answers, or what
 * says which question an answer belongs to.
 */
public record AnswerKey(String key, long id) {

  /** The attributes of the key. */
  public static final TableSchema<AnswerKey> SCHEMA =
      RecordSchema.of(AnswerKey.class).partition("key").sort("id").build();

  /** The question whose answers have changed; empty for an item of the other kind. */
  public Optional<Long> question() {
    return PostKind.QUESTION.id(key);
  }

  /** The answer that is there or gone; empty for a row. */
  public Optional<Long> answer() {
    return PostKind.ANSWER.id(key);
  }
}
