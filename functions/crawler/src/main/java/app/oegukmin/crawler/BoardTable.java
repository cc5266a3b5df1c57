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
 *   board (partition key)   memory   lastRun   sent {2, 3}  walked {1, 2}
 *                                              added changed removed gone failed
 * </pre>
 */
final class BoardTable {

  private record Remembered(String board, Optional<String> memory) {}

  private static final TableSchema<Remembered> MEMORIES =
      RecordSchema.of(Remembered.class).partition("board").build();

  private static final int TRIES = 2;

  private final DynamoDbClient client;
  private final DynamoDbTable<Remembered> memories;
  private final DynamoDbTable<BoardCounts> counts;
  private final DynamoDbTable<BoardRun> runs;

  /** The table with a physical name. */
  BoardTable(DynamoDbClient client, String name) {
    this.client = client;
    this.memories = Dynamo.table(client, name, MEMORIES);
    this.counts = Dynamo.table(client, name, BoardCounts.SCHEMA);
    this.runs = Dynamo.table(client, name, BoardRun.SCHEMA);
  }

  /** What is remembered of a board. */
  BoardMemory memory(String board) {
    return Reads.find(memories, Key.builder().partitionValue(board).build())
        .flatMap(Remembered::memory)
        .map(BoardMemory::of)
        .orElse(BoardMemory.EMPTY);
  }

  /** Replaces what is remembered of a board. */
  void remember(String board, BoardMemory memory) {
    Writes.set(memories, new Remembered(board, Optional.of(memory.json())));
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
