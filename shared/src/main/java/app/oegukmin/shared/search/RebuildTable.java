package app.oegukmin.shared.search;

import app.oegukmin.shared.dynamo.Conditions;
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
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * An index that is being made anew beside the one that serves, in the table of {@link CommitTable}.
 *
 * <pre>
 *   index ("rebuild")              number until analysis files source below documents started
 *   index ("changed#notice-7")     what has changed since it began
 * </pre>
 *
 * <p>Whoever changes the index that serves notes here what has changed, before it publishes. So the
 * new one is brought up to date under the writer's lease, and takes the place of the other in one
 * transaction with the end of its own row.
 */
final class RebuildTable {

  private static final String REBUILD = "rebuild";
  private static final String CHANGED = "changed#";
  private static final TableSchema<Row> ROWS =
      RecordSchema.of(Row.class)
          .partition("index")
          .as("until", new EpochSeconds())
          .as("started", new EpochSeconds())
          .build();
  private static final TableSchema<Changed> CHANGES =
      RecordSchema.of(Changed.class).partition("index").build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Row> rows;
  private final DynamoDbTable<Changed> changes;
  private final String index;
  private final String changed;
  private final Clock clock;

  /**
   * The table with a physical name.
   *
   * @param engine what the names of its items begin with
   */
  RebuildTable(DynamoDbClient client, String name, String engine, Clock clock) {
    this.index = engine + REBUILD;
    this.changed = engine + CHANGED;
    this.client = client;
    this.rows = Dynamo.table(client, name, ROWS);
    this.changes = Dynamo.table(client, name, CHANGES);
    this.clock = clock;
  }

  /**
   * Begins to make an index anew, or takes over where the run before has come to; what that has
   * done by another analysis is of no use.
   *
   * @param analysis the hash of the analysis that the index is to have
   * @return empty while another run has it
   */
  Optional<Rebuild> acquire(String analysis, Duration time) {
    Instant now = clock.instant();
    Optional<Row> row = Reads.find(rows, key(index));
    if (row.isEmpty()) {
      Rebuild first = new Rebuild(1, analysis, Map.of(), "", Long.MAX_VALUE, 0, now);
      boolean begun =
          Writes.put(rows, Row.of(index, first, now.plus(time)), Conditions.absent("index"));
      return begun ? Optional.of(first) : Optional.empty();
    }
    if (row.get().until().isAfter(now)) {
      return Optional.empty();
    }
    Rebuild before = row.get().rebuild();
    Rebuild rebuild =
        before.analysis().equals(analysis) ? before.taken() : before.anew(analysis, now);
    return store(rebuild, now.plus(time), row.get().number())
        ? Optional.of(rebuild)
        : Optional.empty();
  }

  /** Whether an index is being made anew, by whomever. */
  boolean running() {
    return Reads.find(rows, key(index)).isPresent();
  }

  /** The files of the index that is being made anew. */
  Map<String, String> files() {
    return Reads.find(rows, key(index)).map(Row::files).orElse(Map.of());
  }

  /** Stores how far it has come; false when another run has taken it over. */
  boolean save(Rebuild rebuild, Duration time) {
    return store(rebuild, clock.instant().plus(time), rebuild.number());
  }

  /** The same, and gives it to whoever comes next. */
  boolean leave(Rebuild rebuild) {
    return store(rebuild, Instant.EPOCH, rebuild.number());
  }

  private boolean store(Rebuild rebuild, Instant until, long expected) {
    return Writes.put(rows, Row.of(index, rebuild, until), Conditions.equal("number", expected));
  }

  /** Adds its end to the transaction that gives its index the place of the other. */
  void end(Transaction transaction, Rebuild rebuild) {
    transaction.delete(rows, key(index), Conditions.equal("number", rebuild.number()));
  }

  /** Notes what changes in the index that serves, while another is made. */
  void note(List<IndexChange> some) {
    if (running()) {
      some.forEach(change -> Writes.put(changes, new Changed(changed + change.key())));
    }
  }

  /** The names of the documents that have been noted. */
  List<String> noted() {
    return changes.scan(scan -> scan.consistentRead(true)).items().stream()
        .map(Changed::index)
        .filter(name -> name.startsWith(changed))
        .map(name -> name.substring(changed.length()))
        .toList();
  }

  /** Forgets notes, which the new index has. */
  void forget(List<String> noted) {
    noted.forEach(name -> changes.deleteItem(key(changed + name)));
  }

  DynamoDbClient client() {
    return client;
  }

  private static Key key(String index) {
    return Key.builder().partitionValue(index).build();
  }

  private record Changed(String index) {}

  /** The item of the index that is made. */
  record Row(
      String index,
      long number,
      Instant until,
      String analysis,
      Map<String, String> files,
      String source,
      long below,
      long documents,
      Instant started) {

    static Row of(String index, Rebuild rebuild, Instant until) {
      return new Row(
          index,
          rebuild.number(),
          until,
          rebuild.analysis(),
          rebuild.files(),
          rebuild.source(),
          rebuild.below(),
          rebuild.documents(),
          rebuild.started());
    }

    Rebuild rebuild() {
      return new Rebuild(number, analysis, files, source, below, documents, started);
    }
  }
}
