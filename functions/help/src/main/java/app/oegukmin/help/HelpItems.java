package app.oegukmin.help;

import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.post.Author;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;

/** The items of {@link HelpTable}: a record for each writer and reader. */
final class HelpItems {

  /** What its author writes at first. */
  record Original(
      String board,
      long id,
      String title,
      String side,
      boolean done,
      Author author,
      String createdDate,
      String updatedDate) {}

  /** The same as it is read; {@code hidden} belongs to administrators. */
  record Row(
      String board,
      long id,
      String title,
      String side,
      boolean done,
      Author author,
      String createdDate,
      String updatedDate,
      Optional<Boolean> hidden) {

    Help help() {
      return new Help(
          id, title, side.equals(HelpTable.HELPER), done, author, createdDate, updatedDate);
    }
  }

  /** What its author changes later. */
  record Change(String board, long id, String title, Optional<String> side, String updatedDate) {}

  /** What its author says when it is over. */
  record Done(String board, long id, boolean done) {}

  /** A row of the index over sides. */
  record OfSide(String board, long id, String side) {}

  /** A row of the index over owners. */
  record OfOwner(String board, long id, String owner) {}

  static final TableSchema<Original> ORIGINALS =
      schema(Original.class).flatten("author", Author.SCHEMA).build();
  static final TableSchema<Row> ROWS = schema(Row.class).flatten("author", Author.SCHEMA).build();
  static final TableSchema<Change> CHANGES = schema(Change.class).build();
  static final TableSchema<Done> ENDS = schema(Done.class).build();
  static final TableSchema<OfSide> SIDES = index(OfSide.class, "side", HelpTable.BY_SIDE);
  static final TableSchema<OfOwner> OWNERS = index(OfOwner.class, "owner", HelpTable.BY_OWNER);

  private HelpItems() {}

  private static <T extends Record> TableSchema<T> index(
      Class<T> type, String partition, String index) {
    return schema(type)
        .tag(partition, StaticAttributeTags.secondaryPartitionKey(index))
        .tag("id", StaticAttributeTags.secondarySortKey(index))
        .build();
  }

  private static <T extends Record> RecordSchema<T> schema(Class<T> type) {
    return RecordSchema.of(type).partition("board").sort("id");
  }
}
