package app.oegukmin.removal;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.post.AnswerLikes;
import app.oegukmin.shared.post.AnswerPlaces;
import app.oegukmin.shared.work.RemoveMember;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Takes back the likes of who has left, each with its count, and deletes the votes on an answer
 * that was erased.
 */
final class VoteRemoval implements RemovalStep {

  // What DynamoDB takes in one transaction and in one read.
  private static final int SOME = 100;
  private static final String INDEX = "answer";

  // The place of the count in the transaction.
  private static final int LIKES = 1;

  private record Vote(String member, long answer) {}

  private static final TableSchema<Vote> VOTES =
      RecordSchema.of(Vote.class)
          .partition("member")
          .sort("answer")
          .tag("answer", StaticAttributeTags.secondaryPartitionKey(INDEX))
          .tag("member", StaticAttributeTags.secondarySortKey(INDEX))
          .build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Vote> votes;
  private final DynamoDbIndex<Vote> byAnswer;
  private final AnswerPlaces places;
  private final DynamoDbTable<AnswerLikes> likes;

  /** A step over the tables of votes and of answers with their physical names. */
  VoteRemoval(DynamoDbClient client, String votes, String answers) {
    this.client = client;
    this.votes = Dynamo.table(client, votes, VOTES);
    this.byAnswer = this.votes.index(INDEX);
    this.places = new AnswerPlaces(client, answers);
    this.likes = Dynamo.table(client, answers, AnswerLikes.SCHEMA);
  }

  /**
   * Deletes the votes on an answer that is gone. The index may miss one of the last moment, which
   * goes when its member leaves.
   */
  void ofAnswer(long answer) {
    List<Vote> all = Reads.partition(byAnswer, answer);
    for (int from = 0; from < all.size(); from += SOME) {
      Transaction transaction = new Transaction(client);
      all.subList(from, Math.min(from + SOME, all.size()))
          .forEach(vote -> transaction.delete(votes, key(vote)));
      transaction.write();
    }
  }

  @Override
  public void remove(RemoveMember removal) {
    String member = MemberKey.of(removal.id());
    List<Vote> some = Reads.some(votes, member, SOME);
    while (!some.isEmpty()) {
      Map<Long, Long> questions = places.questions(some.stream().map(Vote::answer).toList());
      some.forEach(vote -> takeBack(vote, Optional.ofNullable(questions.get(vote.answer()))));
      some = Reads.some(votes, member, SOME);
    }
  }

  // Together: what is refused was done by another delivery, or the answer is gone.
  private void takeBack(Vote vote, Optional<Long> question) {
    Transaction transaction =
        new Transaction(client).delete(votes, key(vote), Conditions.present("member"));
    question.ifPresent(
        id ->
            transaction.add(
                likes, AnswerLikes.of(id, vote.answer(), -1), Conditions.present("key")));
    if (transaction.write().equals(OptionalInt.of(LIKES))) {
      takeBack(vote, Optional.empty());
    }
  }

  private static Key key(Vote vote) {
    return Key.builder().partitionValue(vote.member()).sortValue(vote.answer()).build();
  }
}
