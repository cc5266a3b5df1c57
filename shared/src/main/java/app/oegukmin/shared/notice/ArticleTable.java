package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.time.Seoul;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What the crawler knows: one item per article, keyed by the canonical URL under which it is
 * listed. An article that moves to another board gets another key and keeps its id. The stream
 * tells the dispatcher what to have translated, so whatever changes a notice changes its article in
 * the same transaction.
 *
 * <pre>
 *   url (partition key)   id  hash  type  writtenDate  files  former
 * </pre>
 */
public final class ArticleTable {

  /**
   * What the table's stream says of an article.
   *
   * @param id the article part of its {@link NoticeId}
   * @param hash {@link Notice#hash()} of what is stored
   * @param writtenDate the date the site shows
   */
  public record Image(String url, long id, String hash, LocalDate writtenDate) {}

  // The first articles were stored without their files; few have moved.
  private record Row(
      String url,
      long id,
      String hash,
      String type,
      LocalDate writtenDate,
      Optional<List<Attachment>> files,
      Optional<List<String>> former) {}

  /** Reads the images of the table's stream. */
  public static final TableSchema<Image> IMAGES =
      RecordSchema.of(Image.class).partition("url").build();

  static final TableSchema<Row> ROWS = RecordSchema.of(Row.class).partition("url").build();

  private static final int COLLISIONS = 16;

  private final DynamoDbClient client;
  private final DynamoDbTable<Row> table;
  private final NoticeTable lists;
  private final NoticeBodyTable bodies;
  private final TranslationPeriod translated;
  private final Clock clock;

  /**
   * The table with a physical name and the two it writes together with.
   *
   * @param translated which articles are to be translated
   */
  public ArticleTable(
      DynamoDbClient client,
      String name,
      NoticeTable lists,
      NoticeBodyTable bodies,
      TranslationPeriod translated,
      Clock clock) {
    this.client = client;
    this.table = Dynamo.table(client, name, ROWS);
    this.lists = lists;
    this.bodies = bodies;
    this.translated = translated;
    this.clock = clock;
  }

  /** The known ones among some URLs, by URL; a URL may be named more than once. */
  public Map<String, Article> find(Collection<String> urls) {
    List<Key> keys = urls.stream().distinct().map(ArticleTable::key).toList();
    Map<String, Article> known = new HashMap<>();
    for (Row row : Reads.batch(client, table, keys)) {
      known.put(row.url(), article(row));
    }
    return known;
  }

  /**
   * Stores an article that is new, in Korean for all three languages, all or nothing.
   *
   * @param site code of the site, part of the id
   * @param number the article's number on its site, part of the id
   * @return the article, or empty when another run has stored it meanwhile
   */
  public Optional<Article> publish(Notice notice, int site, long number) {
    StoredDocument document = bodies.store(notice);
    for (int shift = 0; shift < COLLISIONS; shift++) {
      long id = NoticeId.article(notice.writtenDate(), site, number + shift);
      Article article = new Article(notice.url(), id, notice.hash(), notice.type(), notice.files());
      OptionalInt refused = insertion(article, notice, document).write();
      if (refused.isEmpty()) {
        return Optional.of(article);
      }
      if (refused.getAsInt() == 0) {
        return Optional.empty();
      }
    }
    throw new IllegalStateException("No free id for " + notice.url());
  }

  /**
   * Stores a new version of a known article, all or nothing. Its id stays unless its date was
   * corrected: lists are ordered by it (F-37). A notice with another URL is the article on another
   * board (F-25).
   *
   * @return false when another run has stored a version meanwhile
   */
  public boolean revise(Article known, Notice notice) {
    StoredDocument document = bodies.store(notice);
    boolean stays = notice.url().equals(known.url());
    Article article = stays ? known : known.movedTo(notice.url());
    long id = NoticeId.redated(known.id(), notice.writtenDate());
    if (id == known.id()) {
      Instant now = clock.instant();
      Transaction transaction = rowRevision(known, article, notice);
      lists.revise(known, notice, wanted(notice, now), transaction);
      bodies.revise(article, notice, document, now, transaction);
      return transaction.write().isEmpty();
    }
    return redate(known, article.withId(id), notice, document);
  }

  private boolean redate(Article known, Article redated, Notice notice, StoredDocument document) {
    Article article = redated;
    for (int tries = 0; tries < COLLISIONS; tries++) {
      Transaction transaction = rowRevision(known, article, notice);
      lists.remove(known, transaction);
      bodies.remove(known, transaction);
      insert(article, notice, document, transaction);
      OptionalInt refused = transaction.write();
      if (refused.isEmpty()) {
        return true;
      }
      if (refused.getAsInt() == 0) {
        return false;
      }
      article = article.withId(NoticeId.after(article.id()));
    }
    throw new IllegalStateException("No free id for " + notice.url());
  }

  // Its first condition is that the stored version is the known one.
  private Transaction rowRevision(Article known, Article article, Notice notice) {
    Transaction transaction = new Transaction(client);
    if (article.url().equals(known.url())) {
      return transaction.set(table, row(article, notice), Conditions.equal("hash", known.hash()));
    }
    return transaction
        .delete(table, key(known.url()), Conditions.equal("hash", known.hash()))
        .put(table, row(article, notice), Conditions.absent("url"));
  }

  /**
   * Takes a known article out of everything, all or nothing; its parts in {@link DocumentTable},
   * which another article may share, stay.
   *
   * @return false when another run has stored a version meanwhile
   */
  public boolean remove(Article known) {
    Transaction transaction = new Transaction(client);
    transaction.delete(table, key(known.url()), Conditions.equal("hash", known.hash()));
    lists.remove(known, transaction);
    bodies.remove(known, transaction);
    return transaction.write().isEmpty();
  }

  private Transaction insertion(Article article, Notice notice, StoredDocument document) {
    Transaction transaction = new Transaction(client);
    transaction.put(table, row(article, notice), Conditions.absent("url"));
    insert(article, notice, document, transaction);
    return transaction;
  }

  private void insert(
      Article article, Notice notice, StoredDocument document, Transaction transaction) {
    Instant now = clock.instant();
    lists.insert(article, notice, wanted(notice, now), transaction);
    bodies.insert(article, notice, document, now, transaction);
  }

  /** When a version is stored, if it is to be translated. */
  private Optional<Instant> wanted(Notice notice, Instant now) {
    return Optional.of(now)
        .filter(time -> translated.covers(notice.writtenDate(), Seoul.today(clock)));
  }

  private static Row row(Article article, Notice notice) {
    return new Row(
        article.url(),
        article.id(),
        notice.hash(),
        notice.type(),
        notice.writtenDate(),
        Optional.of(notice.files()),
        Optional.of(article.former()).filter(urls -> !urls.isEmpty()));
  }

  private static Article article(Row row) {
    return new Article(
        row.url(),
        row.id(),
        row.hash(),
        row.type(),
        row.files().orElse(List.of()),
        row.former().orElse(List.of()));
  }

  private static Key key(String url) {
    return Key.builder().partitionValue(url).build();
  }
}
