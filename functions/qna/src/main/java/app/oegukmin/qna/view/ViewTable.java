package app.oegukmin.qna.view;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Counters;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.dynamo.Writes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Views of questions, and which flushes are in them.
 *
 * <pre>
 *   key = "question#7"   views 12, lastFlush "f1"
 *   key = "flush#f1"     expires (epoch seconds, the table's TTL)
 *   key = "valkey"       lastFlush (what marks the data in Valkey)
 * </pre>
 *
 * <p>A flush is an item of its own: however often it is repeated, its views are added once.
 */
public final class ViewTable {

  private static final String KEY = "key";
  private static final String VALKEY = "valkey";

  /** Longer than Valkey keeps a flush that is not done. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** What the table has of a question. */
  public record Flushed(String key, Optional<Long> views, Optional<String> lastFlush) {

    /** The views. */
    public long count() {
      return views.orElse(0L);
    }
  }

  record FlushRow(String key, Instant expires) {}

  record More(String key, long views) {}

  /** The schema by which one batch may read a question's views with other tables' items. */
  public static final TableSchema<Flushed> SCHEMA =
      RecordSchema.of(Flushed.class).partition(KEY).build();

  private static final TableSchema<FlushRow> FLUSHES =
      RecordSchema.of(FlushRow.class).partition(KEY).as("expires", new EpochSeconds()).build();

  private static final TableSchema<More> MORE = RecordSchema.of(More.class).partition(KEY).build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Flushed> views;
  private final DynamoDbTable<FlushRow> flushes;
  private final DynamoDbTable<More> more;
  private final Clock clock;

  /** The table with a physical name. */
  public ViewTable(DynamoDbClient client, String name, Clock clock) {
    this.client = client;
    this.views = Dynamo.table(client, name, SCHEMA);
    this.flushes = Dynamo.table(client, name, FLUSHES);
    this.more = Dynamo.table(client, name, MORE);
    this.clock = clock;
  }

  /** The key of a question's views. */
  public static Key key(long question) {
    return Key.builder().partitionValue(name(question)).build();
  }

  static String name(long question) {
    return "question#" + question;
  }

  /** Adds a view that Valkey cannot take. */
  void add(long question) {
    Counters.add(client, more, new More(name(question), 1));
  }

  /** What the table has of some questions, of which none may be named twice. */
  List<Flushed> find(List<Long> questions) {
    return Reads.batch(client, views, questions.stream().map(ViewTable::key).toList());
  }

  /**
   * Adds a flush to what was found; nothing happens when it has been added already.
   *
   * @return false when somebody else has changed the views since they were found
   */
  boolean add(UnflushedViews.Flush flush, Optional<Flushed> found) {
    OptionalInt refused =
        new Transaction(client)
            .put(
                flushes,
                new FlushRow("flush#" + flush.id(), clock.instant().plus(KEPT)),
                Conditions.absent(KEY))
            .set(views, sum(flush, found), unchanged(found))
            .write();
    return refused.isEmpty() || refused.getAsInt() == 0;
  }

  private static Flushed sum(UnflushedViews.Flush flush, Optional<Flushed> found) {
    long before = found.map(Flushed::count).orElse(0L);
    return new Flushed(
        name(flush.question()), Optional.of(before + flush.count()), Optional.of(flush.id()));
  }

  private static Expression unchanged(Optional<Flushed> found) {
    return found
        .flatMap(Flushed::views)
        .map(count -> Conditions.equal("views", count))
        .orElseGet(() -> Conditions.absent("views"));
  }

  /** The mark that the data in Valkey had, empty before the first. */
  Optional<String> valkeyMark() {
    return Reads.find(views, Key.builder().partitionValue(VALKEY).build())
        .flatMap(Flushed::lastFlush);
  }

  /** Notes another mark. */
  void valkeyMark(String mark) {
    Writes.put(views, new Flushed(VALKEY, Optional.empty(), Optional.of(mark)));
  }
}
