package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.language.Language;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** The items of {@link NoticeTable}: a record for each writer, and what a reader makes of both. */
final class NoticeItems {

  /** What the crawler writes. */
  record Original(
      String feed,
      long id,
      String hash,
      String title,
      String type,
      String writtenDate,
      String department,
      String author,
      Optional<Instant> untranslatedSince) {}

  /** What the translator writes. */
  record Translation(
      String feed,
      long id,
      String translatedTitle,
      String translatedDepartment,
      String translatedHash,
      Optional<Instant> untranslatedSince) {}

  /** What both have written. */
  record Row(
      Original original,
      Optional<String> translatedTitle,
      Optional<String> translatedDepartment,
      Optional<String> translatedHash) {

    /** The translation while it is one of this original, else the original. */
    NoticeRow view() {
      boolean translated = translatedHash().equals(Optional.of(original.hash()));
      return new NoticeRow(
          original.id(),
          translated ? translatedTitle().orElseThrow() : original.title(),
          original.type(),
          original.writtenDate(),
          translated ? translatedDepartment().orElseThrow() : original.department(),
          original.author());
    }
  }

  static final TableSchema<Original> ORIGINALS = schema(Original.class).build();
  static final TableSchema<Translation> TRANSLATIONS = schema(Translation.class).build();

  static final TableSchema<Row> ROWS =
      RecordSchema.of(Row.class).flatten("original", ORIGINALS).build();

  private NoticeItems() {}

  private static <T extends Record> RecordSchema<T> schema(Class<T> type) {
    return RecordSchema.of(type)
        .partition("feed")
        .sort("id")
        .as("untranslatedSince", new EpochMillis());
  }

  /** The rows of a notice in all its lists, as the crawler writes them. */
  static Stream<Original> originals(Article article, Notice notice, Optional<Instant> now) {
    return Stream.of(Language.values())
        .flatMap(
            language ->
                Stream.of(NoticeTable.ALL, notice.type())
                    .map(
                        type -> original(new NoticeId(article.id(), language), type, notice, now)));
  }

  private static Original original(NoticeId id, String type, Notice notice, Optional<Instant> now) {
    boolean told = type.equals(NoticeTable.ALL) && id.language() != Language.KO;
    return new Original(
        NoticeTable.feed(id.language(), type),
        id.value(),
        notice.hash(),
        notice.title(),
        notice.type(),
        notice.writtenDate().toString(),
        notice.department(),
        notice.author(),
        told ? now : Optional.empty());
  }

  /** The row of a translation in one list. */
  static Translation translation(NoticeTranslation translation, String type) {
    return new Translation(
        NoticeTable.feed(translation.language(), type),
        new NoticeId(translation.article(), translation.language()).value(),
        translation.title(),
        translation.department(),
        translation.hash(),
        Optional.empty());
  }
}
