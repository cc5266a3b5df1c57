package app.oegukmin.moderation;

import app.oegukmin.moderation.PostItems.AnswerRow;
import app.oegukmin.moderation.PostItems.HiddenAnswer;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.post.AnswerPlaces;
import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.post.PostTextTable;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The rows of answers, which lie with their questions. */
final class AnswerTable implements PostTable {

  private final DynamoDbClient client;
  private final DynamoDbTable<AnswerRow> rows;
  private final AnswerPlaces places;
  private final DynamoDbTable<HiddenAnswer> hidden;
  private final PostTextTable texts;

  /** The table with a physical name. */
  AnswerTable(DynamoDbClient client, String name, PostTextTable texts) {
    this.client = client;
    this.rows = Dynamo.table(client, name, PostItems.ANSWERS);
    this.places = new AnswerPlaces(client, name);
    this.hidden = Dynamo.table(client, name, PostItems.HIDDEN_ANSWERS);
    this.texts = texts;
  }

  @Override
  public Optional<Post> find(long id) {
    return places.question(id).flatMap(question -> find(question, id));
  }

  private Optional<Post> find(long question, long id) {
    String name = PostKind.ANSWER.key(id);
    BatchRead batch =
        new BatchRead(client).get(rows, List.of(key(PostKind.QUESTION.key(question), id)));
    texts.ask(batch, List.of(name));
    BatchRead.Found found = batch.read();
    String text = texts.in(found).getOrDefault(name, "");
    return found.in(rows).stream()
        .filter(row -> row.hidden().isEmpty())
        .findFirst()
        .map(row -> new Post(PostKind.ANSWER, id, "", text, row.uuid(), row.owner()));
  }

  @Override
  public Optional<List<String>> hide(Transaction transaction, long id, boolean hide) {
    Optional<Long> question = places.question(id);
    question.ifPresent(of -> hide(transaction, of, id, hide));
    return question.map(of -> List.of(PostCaches.answers(of), PostCaches.QUESTIONS));
  }

  private void hide(Transaction transaction, long question, long id, boolean hide) {
    Optional<Boolean> value = hide ? Optional.of(true) : Optional.empty();
    transaction.setOrRemove(
        hidden,
        new HiddenAnswer(PostKind.QUESTION.key(question), id, value),
        Conditions.present("key"));
  }

  private static Key key(String key, long id) {
    return Key.builder().partitionValue(key).sortValue(id).build();
  }
}
