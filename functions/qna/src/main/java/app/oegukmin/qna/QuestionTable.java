package app.oegukmin.qna;

import app.oegukmin.qna.QuestionItems.Change;
import app.oegukmin.qna.QuestionItems.Count;
import app.oegukmin.qna.QuestionItems.Original;
import app.oegukmin.qna.QuestionItems.Row;
import app.oegukmin.qna.QuestionItems.Tagged;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.Transaction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The questions, without their texts. All are in one partition, so that every page is one query.
 *
 * <pre>
 *   board (partition key)   id (sort key)
 *   "question"              PostIds     title tag author country uuid owner createdDate updatedDate
 *                                       pictures answerCount lastOrdinal hidden
 * </pre>
 *
 * <p>{@code lastOrdinal} is the ordinal of the newest answer, which no other gets again; {@code
 * hidden} is there while an administrator hides the question. The index {@code category} has the
 * keys by tag, the index {@code owner} those by {@link app.oegukmin.shared.member.MemberKey}.
 */
final class QuestionTable {

  static final String BY_TAG = "category";

  private static final String BOARD = "question";
  private static final Expression THERE = Conditions.present("board");

  private final DynamoDbTable<Original> originals;
  private final DynamoDbTable<Row> rows;
  private final DynamoDbTable<Change> changes;
  private final DynamoDbTable<Count> counts;
  private final DynamoDbIndex<Tagged> tagged;

  QuestionTable(DynamoDbClient client, String name) {
    this.originals = Dynamo.table(client, name, QuestionItems.ORIGINALS);
    this.rows = Dynamo.table(client, name, QuestionItems.ROWS);
    this.changes = Dynamo.table(client, name, QuestionItems.CHANGES);
    this.counts = Dynamo.table(client, name, QuestionItems.COUNTS);
    this.tagged = Dynamo.table(client, name, QuestionItems.TAGGED).index(BY_TAG);
  }

  /** Stores a new question, unless its id is taken. */
  void put(Transaction transaction, Question question) {
    Original row =
        new Original(
            BOARD,
            question.id(),
            question.title(),
            question.tag(),
            question.author(),
            question.createdDate(),
            question.updatedDate(),
            question.pictures(),
            0,
            0);
    transaction.put(originals, row, Conditions.absent("board"));
  }

  /** Changes a question that is there. */
  void change(Transaction transaction, long id, String title, String tag, String now) {
    transaction.set(changes, new Change(BOARD, id, title, tag, now), THERE);
  }

  /** Deletes a question that is there. */
  void delete(Transaction transaction, long id) {
    transaction.delete(rows, key(id), THERE);
  }

  /** Counts a new answer, whose ordinal is one more than the last, which must still be that. */
  void countAnswer(Transaction transaction, long id, long lastOrdinal) {
    Count one = new Count(BOARD, id, 1, Optional.of(1L));
    transaction.add(counts, one, Conditions.equal("lastOrdinal", lastOrdinal));
  }

  /** Counts an answer less of a question that is there. */
  void discountAnswer(Transaction transaction, long id) {
    transaction.add(counts, new Count(BOARD, id, -1, Optional.empty()), THERE);
  }

  /** A question as it is stored, hidden or not. */
  Optional<Row> find(long id) {
    return Reads.find(rows, key(id));
  }

  /** The ids of the newest questions below an id, hidden ones too, by one consistent query. */
  List<Long> below(long before, int limit) {
    Key cursor = Key.builder().partitionValue(BOARD).sortValue(before).build();
    return Reads.below(rows, cursor, limit).stream().map(row -> row.original().id()).toList();
  }

  /** The same of those with a tag; the index follows a little later. */
  List<Long> below(String tag, long before, int limit) {
    Key from = Key.builder().partitionValue(tag).sortValue(0).build();
    Key to = Key.builder().partitionValue(tag).sortValue(before - 1).build();
    return Reads.between(tagged, from, to, limit).stream().map(Tagged::id).toList();
  }

  /** Asks for questions beside items of other tables. */
  void ask(BatchRead batch, List<Long> ids) {
    batch.get(rows, ids.stream().map(QuestionTable::key).toList());
  }

  /** What a batch has found, newest first. */
  List<Row> in(BatchRead.Found found) {
    return found.in(rows).stream()
        .sorted(Comparator.comparing((Row row) -> row.original().id()).reversed())
        .toList();
  }

  private static Key key(long id) {
    return Key.builder().partitionValue(BOARD).sortValue(id).build();
  }
}
