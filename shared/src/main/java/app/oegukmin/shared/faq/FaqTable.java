package app.oegukmin.shared.faq;

import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.faq.FaqItems.Change;
import app.oegukmin.shared.faq.FaqItems.OfLanguage;
import app.oegukmin.shared.faq.FaqItems.Original;
import app.oegukmin.shared.faq.FaqItems.Row;
import app.oegukmin.shared.post.PostKind;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The FAQ entries, without their texts. All are in one partition, so that every page is one query.
 *
 * <pre>
 *   board (partition key)   id (sort key)
 *   "faq"                   PostIds        title author tag language createdDate updatedDate
 *                                          pictures hidden
 * </pre>
 *
 * <p>{@code hidden} is there while the entry is hidden. The index {@code category} has the keys by
 * language.
 */
public final class FaqTable {

  static final String BY_LANGUAGE = "category";

  private static final String BOARD = PostKind.FAQ.tag();
  private static final Expression THERE = Conditions.present("board");

  private final DynamoDbTable<Original> originals;
  private final DynamoDbTable<Row> rows;
  private final DynamoDbTable<Change> changes;
  private final DynamoDbIndex<OfLanguage> languages;

  /** The table with a physical name. */
  public FaqTable(DynamoDbClient client, String name) {
    this.originals = Dynamo.table(client, name, FaqItems.ORIGINALS);
    this.rows = Dynamo.table(client, name, FaqItems.ROWS);
    this.changes = Dynamo.table(client, name, FaqItems.CHANGES);
    this.languages = Dynamo.table(client, name, FaqItems.LANGUAGES).index(BY_LANGUAGE);
  }

  /** Stores a new entry, unless its id is taken. */
  public void put(Transaction transaction, Faq faq) {
    Original row =
        new Original(
            BOARD,
            faq.id(),
            faq.title(),
            faq.author(),
            faq.tag(),
            faq.language(),
            faq.createdDate(),
            faq.updatedDate(),
            faq.pictures());
    transaction.put(originals, row, Conditions.absent("board"));
  }

  /** Changes an entry that is there. */
  public void change(Transaction transaction, long id, FaqRequest content, String now) {
    Change change = new Change(BOARD, id, content.title(), content.tag(), content.language(), now);
    transaction.set(changes, change, THERE);
  }

  /** Deletes an entry that is there. */
  public void delete(Transaction transaction, long id) {
    transaction.delete(rows, key(BOARD, id), THERE);
  }

  /** The ids of the newest entries below an id, hidden ones too, by one consistent query. */
  public List<Long> below(long before, int limit) {
    return Reads.below(rows, key(BOARD, before), limit).stream().map(Row::id).toList();
  }

  /** The same of a language; the index follows a little later. */
  public List<Long> below(String language, long before, int limit) {
    return Reads.between(languages, key(language, 0), key(language, before - 1), limit).stream()
        .map(OfLanguage::id)
        .toList();
  }

  /** Asks for entries beside items of other tables. */
  public void ask(BatchRead batch, List<Long> ids) {
    batch.get(rows, ids.stream().map(id -> key(BOARD, id)).toList());
  }

  /** What a batch has found of those that are not hidden, newest first. */
  public List<Faq> in(BatchRead.Found found) {
    return found.in(rows).stream()
        .filter(row -> row.hidden().isEmpty())
        .map(Row::faq)
        .sorted(Comparator.comparing(Faq::id).reversed())
        .toList();
  }

  private static Key key(String partition, long id) {
    return Key.builder().partitionValue(partition).sortValue(id).build();
  }
}
