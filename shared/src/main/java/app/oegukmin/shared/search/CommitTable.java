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
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Which commit of the index is the newest, and who may write the next.
 *
 * <pre>
 *   index ("main")   number until (epoch seconds) files before analysis made (epoch seconds)
 * </pre>
 *
 * <p>A writer takes the lease by raising {@code number}, which fences off every writer before it: a
 * commit is stored only while the number is still the writer's own.
 */
public final class CommitTable {

  private static final String INDEX = "main";
  private static final TableSchema<Row> SCHEMA =
      RecordSchema.of(Row.class)
          .partition("index")
          .as("until", new EpochSeconds())
          .as("made", new EpochSeconds())
          .build();

  private final DynamoDbTable<Row> table;
  private final RebuildTable rebuilds;
  private final String index;
  private final Clock clock;

  /** The table with a physical name. */
  public CommitTable(DynamoDbClient client, String name, Clock clock) {
    this(client, name, "", clock);
  }

  /**
   * The same for another engine, which takes neither the lease nor the progress of this one.
   *
   * @param engine what the names of its items begin with
   */
  CommitTable(DynamoDbClient client, String name, String engine, Clock clock) {
    this.rebuilds = new RebuildTable(client, name, engine, clock);
    this.table = Dynamo.table(client, name, SCHEMA);
    this.index = engine + INDEX;
    this.clock = clock;
  }

  /** The newest commit; empty while nothing has been indexed. */
  Optional<Commit> newest() {
    return Reads.find(table, key()).map(Row::commit);
  }

  /**
   * Takes the lease for a time. The commit that it gives is the one to go on from.
   *
   * @return empty while somebody else has it
   */
  Optional<Commit> acquire(Duration time) {
    Instant now = clock.instant();
    Optional<Row> row = Reads.find(table, key());
    if (row.isEmpty()) {
      Commit first = Commit.FIRST;
      boolean taken =
          Writes.put(table, Row.of(index, first, now.plus(time)), Conditions.absent("index"));
      return taken ? Optional.of(first) : Optional.empty();
    }
    if (row.get().until().isAfter(now)) {
      return Optional.empty();
    }
    Commit commit = row.get().commit().taken();
    return store(commit, now.plus(time), row.get().number())
        ? Optional.of(commit)
        : Optional.empty();
  }

  /** Makes a commit the newest and gives the lease back; false when somebody else has taken it. */
  boolean publish(Commit commit) {
    return store(commit, Instant.EPOCH, commit.number());
  }

  /**
   * Whether the index should be made anew, or is being made.
   *
   * @param analysis the hash of the analysis that it should have
   * @param before it is too old when it was made before this moment
   */
  public boolean needsRebuild(String analysis, Instant before) {
    return rebuilds.running()
        || newest()
            .map(commit -> !commit.analysis().equals(analysis) || commit.made().isBefore(before))
            .orElse(true);
  }

  /** Gives the lease back without a new commit; nothing happens when somebody else has taken it. */
  void release(Commit commit) {
    publish(commit);
  }

  Instant now() {
    return clock.instant();
  }

  /** The index that is being made anew. */
  RebuildTable rebuilds() {
    return rebuilds;
  }

  /** Makes the commit that a rebuild has made the newest, and ends the rebuild with it. */
  boolean replace(Commit commit, Rebuild rebuild) {
    Transaction transaction = new Transaction(rebuilds.client());
    transaction.put(
        table, Row.of(index, commit, Instant.EPOCH), Conditions.equal("number", commit.number()));
    rebuilds.end(transaction, rebuild);
    return transaction.write().isEmpty();
  }

  private Key key() {
    return Key.builder().partitionValue(index).build();
  }

  private boolean store(Commit commit, Instant until, long expected) {
    return Writes.put(table, Row.of(index, commit, until), Conditions.equal("number", expected));
  }

  /** An item; whoever writes one writes all of it. */
  record Row(
      String index,
      long number,
      Instant until,
      Map<String, String> files,
      Map<String, String> before,
      String analysis,
      Instant made) {

    static Row of(String index, Commit commit, Instant until) {
      return new Row(
          index,
          commit.number(),
          until,
          commit.files(),
          commit.before(),
          commit.analysis(),
          commit.made());
    }

    Commit commit() {
      return new Commit(number, files, before, analysis, made);
    }
  }
}
