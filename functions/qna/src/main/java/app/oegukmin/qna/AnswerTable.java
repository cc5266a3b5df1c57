package app.oegukmin.qna;

import app.oegukmin.qna.AnswerItems.Change;
import app.oegukmin.qna.AnswerItems.Original;
import app.oegukmin.qna.AnswerItems.Row;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.post.AnswerLikes;
import app.oegukmin.shared.post.AnswerPlaces;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The answers, without their texts. Those of one question are one query; what carries an answer's
 * id alone finds its question by {@link AnswerPlaces}.
 *
 * <pre>
 *   key (partition key)   id (sort key)
 *   "question#7"          PostIds         ordinal likes author country uuid owner createdDate
 *                                         updatedDate hidden
 * </pre>
 *
 * <p>No index has an answer's likes. The index {@code owner} has the keys by {@link
 * app.oegukmin.shared.member.MemberKey}.
 */
final class AnswerTable {

  private static final Expression NEW = Conditions.absent("key");
  private static final Expression THERE = Conditions.present("key");
  private static final Expression SHOWN = THERE.and(Conditions.absent("hidden"));

  private final DynamoDbTable<Original> originals;
  private final DynamoDbTable<Row> rows;
  private final AnswerPlaces places;
  private final DynamoDbTable<Change> changes;
  private final DynamoDbTable<AnswerLikes> likes;

  AnswerTable(DynamoDbClient client, String name) {
    this.originals = Dynamo.table(client, name, AnswerItems.ORIGINALS);
    this.rows = Dynamo.table(client, name, AnswerItems.ROWS);
    this.places = new AnswerPlaces(client, name);
    this.changes = Dynamo.table(client, name, AnswerItems.CHANGES);
    this.likes = Dynamo.table(client, name, AnswerLikes.SCHEMA);
  }

  /** Stores a new answer, unless its id is taken. */
  void put(Transaction transaction, Answer answer) {
    Original row =
        new Original(
            Question.key(answer.questionId()),
            answer.id(),
            answer.ordinal(),
            0,
            answer.author(),
            answer.createdDate(),
            answer.updatedDate());
    transaction.put(originals, row, NEW);
    places.put(transaction, answer.id(), answer.questionId());
  }

  /** Notes when an answer that is there was changed. */
  void change(Transaction transaction, Answer answer, String now) {
    Change change = new Change(Question.key(answer.questionId()), answer.id(), now);
    transaction.set(changes, change, THERE);
  }

  /** Deletes an answer that is there. */
  void delete(Transaction transaction, Answer answer) {
    transaction.delete(rows, key(answer.questionId(), answer.id()), THERE);
    places.delete(transaction, answer.id());
  }

  /** Adds to the likes of an answer that is there and not hidden. */
  void addLikes(Transaction transaction, long question, long id, long more) {
    transaction.add(likes, AnswerLikes.of(question, id, more), SHOWN);
  }

  /** The question of an answer, empty when there is no such answer. */
  Optional<Long> question(long id) {
    return places.question(id);
  }

  /** An answer, hidden or not. */
  Optional<Answer> find(long id) {
    return question(id)
        .flatMap(question -> Reads.find(rows, key(question, id)).map(row -> row.answer(question)));
  }

  /** All answers of a question that are not hidden, by one query for each megabyte. */
  List<Answer> of(long question) {
    return shown(question, Reads.partition(rows, Question.key(question)).stream()).toList();
  }

  /** Asks for an answer beside items of other tables. */
  void ask(BatchRead batch, long question, long id) {
    batch.get(rows, List.of(key(question, id)));
  }

  /** The answer of a question that a batch has found, empty when there is none or it is hidden. */
  Optional<Answer> in(BatchRead.Found found, long question) {
    return shown(question, found.in(rows).stream()).findFirst();
  }

  private static Stream<Answer> shown(long question, Stream<Row> rows) {
    return rows.filter(Row::shown).map(row -> row.answer(question));
  }

  private static Key key(long question, long id) {
    return Key.builder().partitionValue(Question.key(question)).sortValue(id).build();
  }
}
