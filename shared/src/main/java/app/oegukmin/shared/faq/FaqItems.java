package app.oegukmin.shared.faq;

import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.post.Picture;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;

/** The items of {@link FaqTable}: a record for each writer and reader. */
final class FaqItems {

  /** What an administrator writes at first. */
  record Original(
      String board,
      long id,
      String title,
      String author,
      String tag,
      String language,
      String createdDate,
      String updatedDate,
      List<Picture> pictures) {}

  /** The same as it is read; it may be hidden. */
  record Row(
      String board,
      long id,
      String title,
      String author,
      String tag,
      String language,
      String createdDate,
      String updatedDate,
      List<Picture> pictures,
      Optional<Boolean> hidden) {

    Faq faq() {
      return new Faq(id, title, author, tag, language, createdDate, updatedDate, pictures);
    }
  }

  /** What an administrator changes later. */
  record Change(
      String board, long id, String title, String tag, String language, String updatedDate) {}

  /** A row of the index over languages. */
  record OfLanguage(String board, long id, String language) {}

  static final TableSchema<Original> ORIGINALS = schema(Original.class).build();
  static final TableSchema<Row> ROWS = schema(Row.class).build();
  static final TableSchema<Change> CHANGES = schema(Change.class).build();
  static final TableSchema<OfLanguage> LANGUAGES =
      schema(OfLanguage.class)
          .tag("language", StaticAttributeTags.secondaryPartitionKey(FaqTable.BY_LANGUAGE))
          .tag("id", StaticAttributeTags.secondarySortKey(FaqTable.BY_LANGUAGE))
          .build();

  private FaqItems() {}

  private static <T extends Record> RecordSchema<T> schema(Class<T> type) {
    return RecordSchema.of(type).partition("board").sort("id");
  }
}
