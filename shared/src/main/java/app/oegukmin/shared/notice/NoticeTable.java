package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.Batch;
import app.oegukmin.shared.dynamo.Item;
import app.oegukmin.shared.dynamo.Transactions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The lists of notices: one row per notice and feed, so that every page is one query.
 *
 * <pre>
 *   feed (partition key)      id (sort key)   written by the crawler               by the translator
 *   "EN-US#전체"              NoticeId        hash title type writtenDate           translatedTitle
 *   "EN-US#학사공지"                          department author (all in Korean)     translatedDepartment
 *                                                                                   translatedHash
 * </pre>
 *
 * A translation counts only while its hash is the row's: otherwise the Korean original is shown, so
 * that no language ever lacks a notice (D-N13).
 */
public final class NoticeTable {

  /** The name of the cache of pages of this table, whose generation the indexer raises. */
  public static final String CACHE = "notice";

  /** The type that stands for all types (contract §8.2); no notice carries it. */
  public static final String ALL = "전체";

  private static final String FEED = "feed";

  // Bytes; DynamoDB refuses a query for a longer one, and anybody can name any type.
  private static final int LONGEST_KEY = 2048;

  private final DynamoDbClient client;
  private final String name;

  /** The table with a physical name. */
  public NoticeTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /**
   * The newest notices of a feed that are older than a cursor, by one consistent query.
   *
   * @param type a type of contract §8.2 or {@link #ALL}; an unknown one has no notices
   * @param before only ids below it
   * @param limit how many at most
   */
  public List<NoticeRow> page(Language language, String type, long before, int limit) {
    String feed = feed(language, type);
    if (feed.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      return List.of();
    }
    return client
        .query(
            request ->
                request
                    .tableName(name)
                    .keyConditionExpression("feed = :feed AND id < :before")
                    .expressionAttributeValues(
                        Map.of(
                            ":feed", AttributeValue.fromS(feed),
                            ":before", AttributeValue.fromN(Long.toString(before))))
                    .scanIndexForward(false)
                    .consistentRead(true)
                    .limit(limit))
        .items()
        .stream()
        .map(attributes -> row(new Item(attributes)))
        .toList();
  }

  /**
   * The notices that a feed still has among some, as it lists them now, newest first.
   *
   * @param ids of the feed's language, none twice
   */
  public List<NoticeRow> rows(Language language, String type, List<Long> ids) {
    String feed = feed(language, type);
    List<Item> keys = ids.stream().map(id -> Item.empty().with(FEED, feed).with("id", id)).toList();
    return Batch.get(client, name, keys).stream()
        .map(NoticeTable::row)
        .sorted(Comparator.comparing(NoticeRow::id).reversed())
        .toList();
  }

  List<TransactWriteItem> insert(Notice notice, long article) {
    return keys(notice.type(), article)
        .map(key -> Transactions.putNew(name, FEED, key.with(original(notice))))
        .toList();
  }

  List<TransactWriteItem> revise(Article known, Notice notice) {
    if (inAnyCase(known.type()).equals(inAnyCase(notice.type()))) {
      return keys(known.type(), known.id())
          .map(key -> Transactions.setIf(name, key, original(notice), "hash", known.hash()))
          .toList();
    }
    List<TransactWriteItem> moved = new ArrayList<>();
    keys(known.type(), known.id())
        .filter(NoticeTable::ofOneType)
        .forEach(k -> moved.add(delete(k)));
    keys(notice.type(), known.id()).forEach(key -> moved.add(put(key.with(original(notice)))));
    return moved;
  }

  List<TransactWriteItem> remove(Article known) {
    return keys(known.type(), known.id()).map(this::delete).toList();
  }

  List<TransactWriteItem> translate(NoticeTranslation translation) {
    Item values =
        Item.empty()
            .with("translatedTitle", translation.title())
            .with("translatedDepartment", translation.department())
            .with("translatedHash", translation.hash());
    return Stream.of(ALL, translation.type())
        .map(type -> key(translation.language(), type, translation.article()))
        .map(key -> Transactions.setIf(name, key, values, "hash", translation.hash()))
        .toList();
  }

  private static Stream<Item> keys(String type, long article) {
    return Stream.of(Language.values())
        .flatMap(language -> Stream.of(ALL, type).map(each -> key(language, each, article)));
  }

  private static Item key(Language language, String type, long article) {
    return Item.empty()
        .with(FEED, feed(language, type))
        .with("id", new NoticeId(article, language).value());
  }

  private static boolean ofOneType(Item key) {
    return !key.text(FEED).endsWith("#" + ALL);
  }

  private static String feed(Language language, String type) {
    return language.tag() + "#" + inAnyCase(type);
  }

  /** A type as keys have it: equal for all spellings that differ in case (contract §6.2). */
  static String inAnyCase(String type) {
    return type.toLowerCase(Locale.ROOT);
  }

  private static Item original(Notice notice) {
    return Item.empty()
        .with("hash", notice.hash())
        .with("title", notice.title())
        .with("type", notice.type())
        .with("writtenDate", notice.writtenDate().toString())
        .with("department", notice.department())
        .with("author", notice.author());
  }

  private static NoticeRow row(Item item) {
    boolean translated = item.find("translatedHash").equals(item.find("hash"));
    return new NoticeRow(
        item.number("id"),
        item.text(translated ? "translatedTitle" : "title"),
        item.text("type"),
        item.text("writtenDate"),
        item.text(translated ? "translatedDepartment" : "department"),
        item.text("author"));
  }

  private TransactWriteItem put(Item item) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(name).item(item.attributes()))
        .build();
  }

  private TransactWriteItem delete(Item key) {
    return TransactWriteItem.builder()
        .delete(Delete.builder().tableName(name).key(key.attributes()).build())
        .build();
  }
}
