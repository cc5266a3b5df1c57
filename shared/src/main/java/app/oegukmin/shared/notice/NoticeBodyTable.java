package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.Item;
import app.oegukmin.shared.dynamo.Transactions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The notices in full: one item per article with the Korean original, written by the crawler, and
 * per language {@code L} the attributes {@code title_L, department_L, document_L, hash_L}, written
 * by the translator. A translation counts only while its hash is the item's.
 */
public final class NoticeBodyTable {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final String ARTICLE = "article";

  private final DynamoDbClient client;
  private final String name;
  private final DocumentTable documents;

  /** The table with a physical name, and where documents lie that are too large for an item. */
  public NoticeBodyTable(DynamoDbClient client, String name, DocumentTable documents) {
    this.client = client;
    this.name = name;
    this.documents = documents;
  }

  /** A notice in a language, or in Korean until it is translated; empty when the id is unknown. */
  public Optional<NoticeBody> find(NoticeId id) {
    Item key = Item.empty().with(ARTICLE, id.article());
    var answer =
        client.getItem(
            request -> request.tableName(name).key(key.attributes()).consistentRead(true));
    return answer.hasItem()
        ? Optional.of(body(new Item(answer.item()), id.language()))
        : Optional.empty();
  }

  /**
   * Stores a translation in the lists and in full, all or nothing.
   *
   * @return false when the original has changed since, so that this translation is of no use
   */
  public boolean translate(NoticeTranslation translation, NoticeTable lists) {
    String suffix = suffix(translation.language());
    Item values =
        Item.empty()
            .with("title" + suffix, translation.title())
            .with("department" + suffix, translation.department())
            .with("hash" + suffix, translation.hash())
            .with(documents.store(suffix, translation.document()));
    TransactWriteItem full =
        Transactions.setIf(name, key(translation.article()), values, "hash", translation.hash());
    List<TransactWriteItem> all =
        Stream.concat(Stream.of(full), lists.translate(translation).stream()).toList();
    return Transactions.write(client, all) < 0;
  }

  TransactWriteItem insert(Notice notice, long article, Instant now) {
    Item item =
        key(article)
            .with("url", notice.url())
            .with("createdDate", local(now))
            .with(original(notice, now));
    return Transactions.putNew(name, ARTICLE, item);
  }

  TransactWriteItem revise(Article known, Notice notice, Instant now) {
    Item values = original(notice, now);
    return Transactions.setIf(name, key(known.id()), values, "hash", known.hash());
  }

  TransactWriteItem remove(Article known) {
    return Transactions.deleteIf(name, key(known.id()), "hash", known.hash());
  }

  private static Item key(long article) {
    return Item.empty().with(ARTICLE, article);
  }

  private Item original(Notice notice, Instant now) {
    return Item.empty()
        .with("hash", notice.hash())
        .with("type", notice.type())
        .with("title", notice.title())
        .with("writtenDate", notice.writtenDate().toString())
        .with("department", notice.department())
        .with("author", notice.author())
        .with("authorPhone", notice.authorPhone())
        .with("files", files(notice))
        .with("modifiedDate", local(now))
        .with(documents.store("", notice.document()));
  }

  private NoticeBody body(Item item, Language language) {
    String hash = item.text("hash");
    boolean translated = item.find("hash" + suffix(language)).filter(hash::equals).isPresent();
    String suffix = translated ? suffix(language) : "";
    return new NoticeBody(
        item.number(ARTICLE),
        hash,
        item.text("type"),
        item.text("title" + suffix),
        item.text("writtenDate"),
        item.text("department" + suffix),
        item.text("author"),
        item.text("authorPhone"),
        documents.load(item, suffix),
        item.text("url"),
        attachments(item),
        item.text("createdDate"),
        item.text("modifiedDate"),
        translated);
  }

  private static String suffix(Language language) {
    return "_" + language.name();
  }

  static List<Item> files(Notice notice) {
    return notice.files().stream().map(NoticeBodyTable::file).toList();
  }

  static List<Attachment> attachments(Item item) {
    return item.list("files").stream().map(NoticeBodyTable::attachment).toList();
  }

  private static Item file(Attachment file) {
    return Item.empty().with("title", file.title()).with("link", file.link());
  }

  private static Attachment attachment(Item item) {
    return new Attachment(item.text("title"), item.text("link"));
  }

  // Not toString(), which leaves out seconds that are zero (contract §3.2).
  private static String local(Instant now) {
    LocalDateTime seoul = LocalDateTime.ofInstant(now, SEOUL).withNano(0);
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(seoul);
  }
}
