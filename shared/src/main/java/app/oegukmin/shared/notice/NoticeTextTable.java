package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * What a search looks at: the beginning of every notice's text as a list and a page show it. The
 * indexer alone writes it, from the stream of the lists, where a real index will take its place.
 *
 * <pre>
 *   language (partition key)   id (sort key)   type               text
 *   "EN-US"                    NoticeId        in lower case      title, line break, body
 * </pre>
 */
public final class NoticeTextTable {

  private final DynamoDbClient client;
  private final String name;

  /**
   * What one read has found.
   *
   * @param ids newest first
   * @param next the id below which the search goes on, empty when it has come to its end
   */
  public record Matches(List<Long> ids, OptionalLong next) {}

  /** The table with a physical name. */
  public NoticeTextTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /**
   * Keeps the text of a notice in one language.
   *
   * @param body without markup
   */
  public void put(NoticeId id, String type, String title, String body) {
    Item item =
        key(id).with("type", NoticeTable.inAnyCase(type)).with("text", SearchText.of(title, body));
    client.putItem(request -> request.tableName(name).item(item.attributes()));
  }

  /** Forgets a notice in one language. */
  public void remove(NoticeId id) {
    client.deleteItem(request -> request.tableName(name).key(key(id).attributes()));
  }

  /**
   * Searches some rows in one query, which reads a megabyte at most; empty when searches read more
   * than the table gives just now.
   *
   * @param before only ids below it
   * @param rows how many rows to look at, at most
   * @param wanted how many ids to give, at most
   */
  public Optional<Matches> find(NoticeSearch search, long before, int rows, int wanted) {
    try {
      return Optional.of(query(search, before, rows, wanted));
    } catch (DynamoDbException e) {
      if (e.isThrottlingException()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Matches query(NoticeSearch search, long before, int rows, int wanted) {
    boolean all = search.type().equals(NoticeTable.ALL);
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":language", AttributeValue.fromS(search.language().tag()));
    values.put(":before", AttributeValue.fromN(Long.toString(before)));
    values.put(":word", AttributeValue.fromS(SearchText.fold(search.word())));
    Map<String, String> names =
        new HashMap<>(Map.of("#language", "language", "#id", "id", "#text", "text"));
    if (!all) {
      values.put(":type", AttributeValue.fromS(NoticeTable.inAnyCase(search.type())));
      names.put("#type", "type");
    }
    var answer =
        client.query(
            request ->
                request
                    .tableName(name)
                    .keyConditionExpression("#language = :language AND #id < :before")
                    .filterExpression("contains(#text, :word)" + (all ? "" : " AND #type = :type"))
                    .projectionExpression("#id")
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values)
                    .scanIndexForward(false)
                    .limit(rows));
    List<Long> ids = answer.items().stream().map(NoticeTextTable::id).toList();
    if (ids.size() > wanted) {
      return new Matches(ids.subList(0, wanted), OptionalLong.of(ids.get(wanted - 1)));
    }
    return new Matches(
        ids,
        answer.hasLastEvaluatedKey()
            ? OptionalLong.of(id(answer.lastEvaluatedKey()))
            : OptionalLong.empty());
  }

  private static Item key(NoticeId id) {
    return Item.empty().with("language", id.language().tag()).with("id", id.value());
  }

  private static long id(Map<String, AttributeValue> row) {
    return new Item(row).number("id");
  }
}
