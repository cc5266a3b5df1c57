package app.oegukmin.qna;

import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.member.MemberKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Who likes which answer: one item each, so that nobody likes twice (D-Q12).
 *
 * <pre>
 *   member (partition key)   answer (sort key)
 *   MemberKey                PostIds
 * </pre>
 *
 * <p>By member, because all votes of one who leaves are removed; the index {@code answer} has those
 * of an answer.
 */
final class VoteTable {

  private record Vote(String member, long answer) {}

  private static final TableSchema<Vote> SCHEMA =
      RecordSchema.of(Vote.class).partition("member").sort("answer").build();

  private final DynamoDbTable<Vote> table;

  VoteTable(DynamoDbClient client, String name) {
    this.table = Dynamo.table(client, name, SCHEMA);
  }

  /** Stores a vote that is not there yet. */
  void put(Transaction transaction, String uid, long answer) {
    transaction.put(table, new Vote(MemberKey.of(uid), answer), Conditions.absent("member"));
  }

  /** Deletes a vote that is there. */
  void delete(Transaction transaction, String uid, long answer) {
    transaction.delete(table, key(MemberKey.of(uid), answer), Conditions.present("member"));
  }

  /** Asks for a member's votes on some answers beside items of other tables. */
  void ask(BatchRead batch, String uid, List<Long> answers) {
    String member = MemberKey.of(uid);
    batch.get(table, answers.stream().map(answer -> key(member, answer)).toList());
  }

  /** The answers that the member of a batch likes. */
  Set<Long> in(BatchRead.Found found) {
    return found.in(table).stream().map(Vote::answer).collect(Collectors.toSet());
  }

  private static Key key(String member, long answer) {
    return Key.builder().partitionValue(member).sortValue(answer).build();
  }
}
