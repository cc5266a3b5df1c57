package app.oegukmin.shared.post;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Which question each answer belongs to. The items lie in AnswerTable beside the rows of answers,
 * and are written and deleted together with them.
 *
 * <pre>
 *   key (partition key)   id (sort key)
 *   "answer#9"            0               question
 * </pre>
 */
public final class AnswerPlaces {

  /** The place of one answer; {@code id} is 0. */
  public record Place(String key, long id, long question) {}

  /** The attributes of a place. */
  public static final TableSchema<Place> PLACES =
      RecordSchema.of(Place.class).partition("key").sort("id").build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Place> table;

  /** The places in the table with a physical name. */
  public AnswerPlaces(DynamoDbClient client, String name) {
    this.client = client;
    this.table = Dynamo.table(client, name, PLACES);
  }

  /** Stores the place of a new answer, unless its id is taken. */
  public void put(Transaction transaction, long answer, long question) {
    Place place = new Place(PostKind.ANSWER.key(answer), 0, question);
    transaction.put(table, place, Conditions.absent("key"));
  }

  /** Deletes the place of an answer. */
  public void delete(Transaction transaction, long answer) {
    transaction.delete(table, key(answer));
  }

  /** The question of an answer, empty when there is no such answer. */
  public Optional<Long> question(long answer) {
    return Reads.find(table, key(answer)).map(Place::question);
  }

  /** The question of each answer that is there. */
  public Map<Long, Long> questions(List<Long> answers) {
    List<Key> keys = answers.stream().map(AnswerPlaces::key).toList();
    return Reads.batch(client, table, keys).stream()
        .collect(
            Collectors.toMap(
                place -> PostKind.ANSWER.id(place.key()).orElseThrow(), Place::question));
  }

  private static Key key(long answer) {
    return Key.builder().partitionValue(PostKind.ANSWER.key(answer)).sortValue(0).build();
  }
}
