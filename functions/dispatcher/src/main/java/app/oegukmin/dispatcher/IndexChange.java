package app.oegukmin.dispatcher;

import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.event.Change;
import app.oegukmin.shared.notice.NoticeRowKey;
import app.oegukmin.shared.post.AnswerKey;
import app.oegukmin.shared.post.BoardKey;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.work.IndexDocument;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * Changes after which a search may find something else. Those of counters, which are many, are none
 * of them.
 */
final class IndexChange {

  /** What of a question's row a search knows of; each edit has another date. */
  record SeenQuestion(
      String board, long id, Optional<String> updatedDate, Optional<Boolean> hidden) {}

  /** The same of an answer's row. */
  record SeenAnswer(String key, long id, Optional<String> updatedDate, Optional<Boolean> hidden) {}

  private static final TableSchema<SeenQuestion> QUESTIONS =
      RecordSchema.of(SeenQuestion.class).partition("board").sort("id").build();
  private static final TableSchema<SeenAnswer> ANSWERS =
      RecordSchema.of(SeenAnswer.class).partition("key").sort("id").build();

  private IndexChange() {}

  /** A notice has two rows in each language, which change together: one of them tells. */
  static Optional<IndexDocument> notice(Change change) {
    NoticeRowKey key = change.key(NoticeRowKey.SCHEMA);
    return key.notice()
        .filter(id -> key.ofAllTypes())
        .map(id -> new IndexDocument(SearchKind.NOTICE, id.value(), change.id()));
  }

  static Optional<IndexDocument> question(Change change) {
    return seen(change, QUESTIONS)
        ? Optional.of(post(SearchKind.QUESTION, change))
        : Optional.empty();
  }

  /** Empty for the items that say whose an answer is, which come and go with its row. */
  static Optional<IndexDocument> answer(Change change) {
    AnswerKey key = change.key(AnswerKey.SCHEMA);
    return key.question().isPresent() && seen(change, ANSWERS)
        ? Optional.of(new IndexDocument(SearchKind.ANSWER, key.id(), change.id()))
        : Optional.empty();
  }

  private static boolean seen(Change change, TableSchema<?> schema) {
    return change.removed() || !change.before(schema).equals(change.after(schema));
  }

  /** A post of a board without counters. */
  static IndexDocument post(SearchKind kind, Change change) {
    return new IndexDocument(kind, change.key(BoardKey.SCHEMA).id(), change.id());
  }
}
