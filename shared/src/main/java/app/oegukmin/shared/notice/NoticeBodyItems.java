package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.language.Language;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** The items of {@link NoticeBodyTable}: a record for each writer, and both in one language. */
final class NoticeBodyItems {

  /** What an item has once in Korean and once per translation. */
  record Text(String title, String department, StoredDocument document, String hash) {}

  /** What the crawler writes; a revision has no {@code createdDate}, so that it stays. */
  record Original(
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
  record Translation(long article, Text text) {}

  /** The original with its translation into one language. */
  record Body(Original original, Optional<Text> translation) {}

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

  static final Map<Language, TableSchema<Body>> BODIES =
      schemas(
          List.of(Language.values()),
          language ->
              RecordSchema.of(Body.class)
                  .flatten("original", ORIGINALS)
                  .flatten("translation", texts(suffix(language)))
                  .build());

  private NoticeBodyItems() {}

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
}
