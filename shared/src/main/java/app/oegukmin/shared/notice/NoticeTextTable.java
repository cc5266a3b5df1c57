package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.language.Language;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.Page;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
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

  private record Text(String language, long id, String type, String text) {}

  private record Hit(String language, long id) {}

  static final TableSchema<Text> TEXTS =
      RecordSchema.of(Text.class).partition("language").sort("id").build();

  private static final TableSchema<Hit> HITS =
      RecordSchema.of(Hit.class).partition("language").sort("id").build();

  private static final Logger LOG = LoggerFactory.getLogger(NoticeTextTable.class);

  private final DynamoDbTable<Text> texts;
  private final DynamoDbTable<Hit> hits;

  /**
   * What one read has found.
   *
   * @param ids newest first
   * @param next the id below which the search goes on, empty when it has come to its end
   */
  public record Matches(List<Long> ids, OptionalLong next) {}

  /** The table with a physical name. */
  public NoticeTextTable(DynamoDbClient client, String name) {
    this.texts = Dynamo.table(client, name, TEXTS);
    this.hits = Dynamo.table(client, name, HITS);
  }

  /**
   * Keeps the text of a notice in one language.
   *
   * @param body without markup
   */
  public void put(NoticeId id, String type, String title, String body) {
    texts.putItem(
        new Text(
            id.language().tag(),
            id.value(),
            NoticeTable.inAnyCase(type),
            SearchText.of(title, body)));
  }

  /** Removes the text of a notice in one language. */
  public void remove(NoticeId id) {
    texts.deleteItem(key(id.language(), id.value()));
  }

  /**
   * Searches some rows in one query, which reads a megabyte at most; empty when the table's read
   * capacity is used up, or it does not respond in the client's time.
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
    } catch (SdkClientException e) {
      LOG.warn("Texts cannot be searched: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private Matches query(NoticeSearch search, long before, int rows, int wanted) {
    QueryConditional older = QueryConditional.sortLessThan(key(search.language(), before));
    // The first page alone: the library would read on for ever when nothing is found.
    Page<Hit> page =
        hits.query(
                query ->
                    query
                        .queryConditional(older)
                        .filterExpression(filter(search))
                        .attributesToProject("language", "id")
                        .scanIndexForward(false)
                        .limit(rows))
            .iterator()
            .next();
    List<Long> ids = page.items().stream().map(Hit::id).toList();
    return ids.size() > wanted
        ? new Matches(ids.subList(0, wanted), OptionalLong.of(ids.get(wanted - 1)))
        : new Matches(ids, next(page));
  }

  private static Expression filter(NoticeSearch search) {
    Expression word = Conditions.contains("text", SearchText.word(search.word()));
    return search.type().equals(NoticeTable.ALL)
        ? word
        : word.and(Conditions.equal("type", NoticeTable.inAnyCase(search.type())));
  }

  private static OptionalLong next(Page<Hit> page) {
    return Stream.ofNullable(page.lastEvaluatedKey())
        .map(HITS::mapToItem)
        .mapToLong(Hit::id)
        .findFirst();
  }

  private static Key key(Language language, long id) {
    return Key.builder().partitionValue(language.tag()).sortValue(id).build();
  }
}
