package app.oegukmin.crawler;

import app.oegukmin.shared.board.BoardCounts;
import app.oegukmin.shared.board.BoardRun;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Counters;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlPage.Purpose;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What is remembered of each board, and the counts of its newest recorded run. Recorded are runs
 * that a person started and runs that found something; a run without news writes nothing. Pages are
 * kept as sets of their numbers, so that a repeated message counts once. A run is over when page 1
 * and every page of {@code sent} is in {@code walked}.
 *
 * <pre>
 *   board (partition key)   memory   gap   lastRun   sent {2, 3}  walked {1, 2}
 *                                              added changed removed gone failed
 * </pre>
 */
final class BoardTable {

  private record Row(String board, Optional<String> memory, Optional<String> gap) {}

  private record GapRow(String board, Optional<String> gap) {}

  private static final TableSchema<Row> ROWS =
      RecordSchema.of(Row.class).partition("board").build();
  private static final TableSchema<GapRow> GAPS =
      RecordSchema.of(GapRow.class).partition("board").build();

  private static final int TRIES = 2;

  private final DynamoDbClient client;
  private final DynamoDbTable<Row> rows;
  private final DynamoDbTable<GapRow> gaps;
  private final DynamoDbTable<BoardCounts> counts;
  private final DynamoDbTable<BoardRun> runs;

  /** The table with a physical name. */
  BoardTable(DynamoDbClient client, String name) {
    this.client = client;
    this.rows = Dynamo.table(client, name, ROWS);
    this.gaps = Dynamo.table(client, name, GAPS);
    this.counts = Dynamo.table(client, name, BoardCounts.SCHEMA);
    this.runs = Dynamo.table(client, name, BoardRun.SCHEMA);
  }

  /**
   * What is known of a board from runs before.
   *
   * @param memory written by who holds the lease of the board's host, and nobody else
   * @param gap written by anybody, so it is replaced by compare-and-set
   */
  record Remembered(BoardMemory memory, Gap gap) {}

  /** What is remembered of a board. */
  Remembered find(String board) {
    Optional<Row> row = row(board);
    return new Remembered(
        row.flatMap(Row::memory).map(BoardMemory::of).orElse(BoardMemory.EMPTY),
        gap(row.flatMap(Row::gap)));
  }

  private Optional<Row> row(String board) {
    return Reads.find(rows, Key.builder().partitionValue(board).build());
  }

  private static Gap gap(Optional<String> stored) {
    return stored.map(Gap::of).orElse(Gap.NONE);
  }

  /** Replaces the memory of a board. */
  void remember(String board, BoardMemory memory) {
    Writes.set(rows, new Row(board, Optional.of(memory.json()), Optional.empty()));
  }

  /** Replaces the gap of a board; false when it is another one by now. */
  boolean replace(String board, Gap before, Gap after) {
    if (before.equals(after)) {
      return true;
    }
    Optional<String> stored = row(board).flatMap(Row::gap);
    Optional<String> json = after.equals(Gap.NONE) ? Optional.empty() : Optional.of(after.json());
    return gap(stored).equals(before)
        && Writes.setOrRemove(gaps, new GapRow(board, json), still(stored));
  }

  // As it is stored, by whatever version of this code.
  private static Expression still(Optional<String> stored) {
    return stored
        .map(json -> Conditions.equal("gap", json))
        .orElseGet(() -> Conditions.absent("gap"));
  }

  /** Notes that a page is not crawled again, though it was not read to its end. */
  void giveUp(CrawlPage page) {
    Remembered now;
    Gap more;
    do {
      now = find(page.board());
      more = now.gap().with(page, now.memory().firstSight(page));
    } while (!replace(page.board(), now.gap(), more));
  }

  /** Notes that a page has been sent for crawling. */
  void sent(CrawlPage page) {
    add(page, sentOnly(page));
  }

  /** Adds to the counts of a page's run. */
  void count(CrawlPage page, Tally tally) {
    add(page, tally, Optional.empty());
  }

  /** Adds to the counts of a page's run, of which this page is now done. */
  void walked(CrawlPage page, Tally tally) {
    add(page, tally, Optional.of(Set.of(page.page())));
  }

  private void add(CrawlPage page, Tally tally, Optional<Set<Integer>> walked) {
    if (page.purpose() == Purpose.MANUAL || page.page() > 1 || !tally.isNothing()) {
      add(page, counts(page, tally, walked));
    }
  }

  // A run's first count replaces the last run's; a run that a newer one has overtaken is not told.
  private void add(CrawlPage page, BoardCounts more) {
    for (int tries = 0; tries < TRIES; tries++) {
      if (Counters.add(client, counts, more, Conditions.equal("lastRun", page.run())).isPresent()
          || Writes.setOrRemove(
              runs,
              new BoardRun(Optional.of(page.run()), more),
              Conditions.absentOrBelow("lastRun", page.run()))) {
        return;
      }
    }
  }

  private static BoardCounts sentOnly(CrawlPage page) {
    return new BoardCounts(
        page.board(),
        Optional.of(Set.of(page.page())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static BoardCounts counts(CrawlPage page, Tally tally, Optional<Set<Integer>> walked) {
    return new BoardCounts(
        page.board(),
        Optional.empty(),
        walked,
        Optional.of(tally.added()),
        Optional.of(tally.changed()),
        Optional.of(tally.removed()),
        Optional.of(tally.gone()),
        Optional.of(tally.failed()));
  }
}
