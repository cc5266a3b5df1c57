package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.time.Seoul;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /** What an item has once in Korean and once per translation. */
  private record Text(String title, String department, StoredDocument document, String hash) {}

  /** What the crawler writes; a revision has no {@code createdDate}, so that it stays. */
  private record Original(
      long article,
      String url,
      String type,
      String writtenDate,
      String author,
      String authorPhone,
      List<Attachment> files,
      Optional<String> createdDate,
      String modifiedDate,
      Text text) {}

  /** What the translator writes. */
  private record Translation(long article, Text text) {}

  private record Body(Original original, Optional<Text> translation) {}

  static final TableSchema<Original> ORIGINALS =
      RecordSchema.of(Original.class).partition("article").flatten("text", texts("")).build();

  static final Map<Language, TableSchema<Translation>> TRANSLATIONS =
      schemas(
          Language.TRANSLATED,
          language ->
              RecordSchema.of(Translation.class)
                  .partition("article")
                  .flatten("text", texts(suffix(language)))
                  .build());

  private static final Map<Language, TableSchema<Body>> BODIES =
      schemas(
          List.of(Language.values()),
          language ->
              RecordSchema.of(Body.class)
                  .flatten("original", ORIGINALS)
                  .flatten("translation", texts(suffix(language)))
                  .build());

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
    return Reads.find(table(BODIES.get(id.language())), key(id.article())).map(this::body);
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
                table(TRANSLATIONS.get(translation.language())),
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
    transaction.put(table(ORIGINALS), original, Conditions.absent("article"));
  }

  void revise(
      Article known, Notice notice, StoredDocument document, Instant now, Transaction transaction) {
    Original original = original(known, notice, document, now, Optional.empty());
    transaction.set(table(ORIGINALS), original, Conditions.equal("hash", known.hash()));
  }

  void remove(Article known, Transaction transaction) {
    transaction.delete(table(ORIGINALS), key(known.id()), Conditions.equal("hash", known.hash()));
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

  private static <T> Map<Language, T> schemas(
      Collection<Language> languages, Function<Language, T> schema) {
    return languages.stream().collect(Collectors.toMap(language -> language, schema));
  }

  private static TableSchema<Text> texts(String suffix) {
    TableSchema<StoredDocument> document =
        RecordSchema.of(StoredDocument.class)
            .named("inline", "document" + suffix)
            .named("key", "documentKey" + suffix)
            .named("parts", "documentParts" + suffix)
            .build();
    return RecordSchema.of(Text.class)
        .named("title", "title" + suffix)
        .named("department", "department" + suffix)
        .named("hash", "hash" + suffix)
        .flatten("document", document)
        .build();
  }

  private static String suffix(Language language) {
    return "_" + language.name();
  }

  private static String local(Instant now) {
    return Seoul.dateTime(now.truncatedTo(ChronoUnit.SECONDS));
  }
}
