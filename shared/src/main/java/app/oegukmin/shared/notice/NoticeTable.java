package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeItems.Original;
import app.oegukmin.shared.notice.NoticeItems.Row;
import app.oegukmin.shared.notice.NoticeItems.Translation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

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
 *
 * <p>The row of a language's list of all bears {@code untranslatedSince} (milliseconds) from the
 * write that stores a version until the one that stores its translation; that makes {@link
 * UntranslatedIndex}.
 */
public final class NoticeTable {

  /** The name of the cache of pages of this table, whose generation the indexer raises. */
  public static final String CACHE = "notice";

  /** The type that stands for all types (contract §8.2); no notice carries it. */
  public static final String ALL = "전체";

  // Bytes; DynamoDB refuses a query for a longer one, and anybody can name any type.
  private static final int LONGEST_KEY = 2048;

  private final DynamoDbClient client;
  private final DynamoDbTable<Original> originals;
  private final DynamoDbTable<Translation> translations;
  private final DynamoDbTable<Row> rows;

  /** The table with a physical name. */
  public NoticeTable(DynamoDbClient client, String name) {
    this.client = client;
    this.originals = Dynamo.table(client, name, NoticeItems.ORIGINALS);
    this.translations = Dynamo.table(client, name, NoticeItems.TRANSLATIONS);
    this.rows = Dynamo.table(client, name, NoticeItems.ROWS);
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
    Key cursor = Key.builder().partitionValue(feed).sortValue(before).build();
    return Reads.below(rows, cursor, limit).stream().map(Row::view).toList();
  }

  /**
   * The notices that a feed still has among some, as it lists them now, newest first.
   *
   * @param ids of the feed's language, none twice
   */
  public List<NoticeRow> rows(Language language, String type, List<Long> ids) {
    String feed = feed(language, type);
    List<Key> keys =
        ids.stream().map(id -> Key.builder().partitionValue(feed).sortValue(id).build()).toList();
    return Reads.batch(client, rows, keys).stream()
        .map(Row::view)
        .sorted(Comparator.comparing(NoticeRow::id).reversed())
        .toList();
  }

  /**
   * Stores a translation in the lists, where it may be already.
   *
   * @return false when the original has changed since
   */
  public boolean translate(NoticeTranslation translation) {
    Transaction transaction = new Transaction(client);
    translate(translation, transaction);
    return transaction.write().isEmpty();
  }

  /**
   * Lists a notice.
   *
   * @param now when, if it is to be translated
   */
  void insert(Article article, Notice notice, Optional<Instant> now, Transaction transaction) {
    NoticeItems.originals(article, notice, now)
        .forEach(row -> transaction.put(originals, row, Conditions.absent("feed")));
  }

  /**
   * Lists a new version.
   *
   * @param now when, if it is to be translated
   */
  void revise(Article known, Notice notice, Optional<Instant> now, Transaction transaction) {
    Stream<Original> revised = NoticeItems.originals(known, notice, now);
    if (inAnyCase(known.type()).equals(inAnyCase(notice.type()))) {
      revised.forEach(
          row -> transaction.setOrRemove(originals, row, Conditions.equal("hash", known.hash())));
      return;
    }
    keys(known, known.type()).forEach(key -> transaction.delete(originals, key));
    revised.forEach(row -> transaction.put(originals, row));
  }

  void remove(Article known, Transaction transaction) {
    Stream.of(ALL, known.type())
        .flatMap(type -> keys(known, type))
        .forEach(key -> transaction.delete(originals, key));
  }

  void translate(NoticeTranslation translation, Transaction transaction) {
    for (String type : List.of(ALL, translation.type())) {
      Translation row = NoticeItems.translation(translation, type);
      transaction.setOrRemove(translations, row, Conditions.equal("hash", translation.hash()));
    }
  }

  private static Stream<Key> keys(Article article, String type) {
    return Stream.of(Language.values())
        .map(
            language ->
                Key.builder()
                    .partitionValue(feed(language, type))
                    .sortValue(new NoticeId(article.id(), language).value())
                    .build());
  }

  static String feed(Language language, String type) {
    return language.tag() + "#" + inAnyCase(type);
  }

  /** A type as keys have it: equal for all spellings that differ in case (contract §6.2). */
  static String inAnyCase(String type) {
    return type.toLowerCase(Locale.ROOT);
  }
}
