package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.notice.NoticeBodyItems.Body;
import app.oegukmin.shared.notice.NoticeBodyItems.Original;
import app.oegukmin.shared.notice.NoticeBodyItems.Text;
import app.oegukmin.shared.notice.NoticeBodyItems.Translation;
import app.oegukmin.shared.time.Seoul;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The notices in full: one item per article with the Korean original, written by the crawler, and
 * per language {@code L} the attributes {@code title_L, department_L, document_L, hash_L}, written
 * by the translator. A translation counts only while its hash is the item's.
 */
public final class NoticeBodyTable {

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
    return Reads.find(table(NoticeBodyItems.BODIES.get(id.language())), key(id.article()))
        .map(this::body);
  }

  /**
   * Stores a translation in the lists and in full, all or nothing.
   *
   * @return false when the original has changed since, so that this translation is of no use
   */
  public boolean translate(NoticeTranslation translation, NoticeTable lists) {
    Text text =
        new Text(
            translation.title(),
            translation.department(),
            documents.store(translation.document()),
            translation.hash());
    Transaction transaction =
        new Transaction(client)
            .set(
                table(NoticeBodyItems.TRANSLATIONS.get(translation.language())),
                new Translation(translation.article(), text),
                Conditions.equal("hash", translation.hash()));
    lists.translate(translation, transaction);
    return transaction.write().isEmpty();
  }

  /** Stores a notice's document, which must be there before an item names it. */
  StoredDocument store(Notice notice) {
    return documents.store(notice.document());
  }

  void insert(
      Article article,
      Notice notice,
      StoredDocument document,
      Instant now,
      Transaction transaction) {
    Original original = original(article, notice, document, now, Optional.of(local(now)));
    transaction.put(table(NoticeBodyItems.ORIGINALS), original, Conditions.absent("article"));
  }

  void revise(
      Article known, Notice notice, StoredDocument document, Instant now, Transaction transaction) {
    Original original = original(known, notice, document, now, Optional.empty());
    transaction.set(
        table(NoticeBodyItems.ORIGINALS), original, Conditions.equal("hash", known.hash()));
  }

  void remove(Article known, Transaction transaction) {
    transaction.delete(
        table(NoticeBodyItems.ORIGINALS), key(known.id()), Conditions.equal("hash", known.hash()));
  }

  private <T extends Record> DynamoDbTable<T> table(TableSchema<T> schema) {
    return Dynamo.table(client, name, schema);
  }

  private static Key key(long article) {
    return Key.builder().partitionValue(article).build();
  }

  private static Original original(
      Article article,
      Notice notice,
      StoredDocument document,
      Instant now,
      Optional<String> createdDate) {
    return new Original(
        article.id(),
        article.url(),
        notice.type(),
        notice.writtenDate().toString(),
        notice.author(),
        notice.authorPhone(),
        notice.files(),
        createdDate,
        local(now),
        new Text(notice.title(), notice.department(), document, notice.hash()));
  }

  private NoticeBody body(Body body) {
    Original original = body.original();
    String hash = original.text().hash();
    Optional<Text> translation = body.translation().filter(text -> text.hash().equals(hash));
    Text text = translation.orElse(original.text());
    return new NoticeBody(
        original.article(),
        hash,
        original.type(),
        text.title(),
        original.writtenDate(),
        text.department(),
        original.author(),
        original.authorPhone(),
        documents.load(text.document()),
        original.url(),
        original.files(),
        original.createdDate().orElseThrow(),
        original.modifiedDate(),
        translation.isPresent());
  }

  private static String local(Instant now) {
    return Seoul.dateTime(now.truncatedTo(ChronoUnit.SECONDS));
  }
}
