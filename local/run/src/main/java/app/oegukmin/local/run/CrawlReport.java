package app.oegukmin.local.run;

import app.oegukmin.shared.board.BoardCounts;
import app.oegukmin.shared.board.BoardRun;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a crawl has found, board by board, as the crawler put it on record. */
final class CrawlReport {

  private static final String ROW = "  %-30s %6s %6s %8s %7s %11s";

  /** A line of the table. */
  private record Found(int pages, int added, int changed, int failed) {

    static final Found NOTHING = new Found(0, 0, 0, 0);

    static Found of(BoardCounts counts) {
      return new Found(
          counts.walked().map(Set::size).orElse(0),
          counts.added().orElse(0),
          counts.changed().orElse(0),
          counts.failed().orElse(0));
    }

    Found plus(Found more) {
      return new Found(
          pages + more.pages, added + more.added, changed + more.changed, failed + more.failed);
    }

    String row(String name, String characters) {
      return ROW.formatted(name, pages, added, changed, failed, characters);
    }
  }

  private final DynamoDbTable<BoardRun> boards;
  private final MonthlyCharacters month;

  /**
   * A report of what is in a BoardTable.
   *
   * @param table the physical name of the template's BoardTable
   */
  CrawlReport(DynamoDbClient dynamodb, String table, MonthlyCharacters month) {
    this.boards = Dynamo.table(dynamodb, table, BoardRun.SCHEMA);
    this.month = month;
  }

  /** The characters of the month. */
  MonthlyCharacters month() {
    return month;
  }

  /**
   * A table with a row per board and one for all, and what is left of the month's characters.
   *
   * @param begun the crawler's response when it began
   * @param usedBefore the month's characters then
   */
  List<String> table(JsonNode begun, long usedBefore) {
    String run = begun.path("run").asText();
    List<String> rows = new ArrayList<>();
    rows.add(ROW.formatted("board", "pages", "new", "changed", "failed", "characters"));
    Found all = Found.NOTHING;
    for (JsonNode board : begun.path("boards")) {
      Found found = found(board.asText(), run);
      rows.add(found.row(board.asText(), ""));
      all = all.plus(found);
    }
    // At the turn of a month the count begins anew.
    long characters = Math.max(0, month.used() - usedBefore);
    rows.add(all.row("all", String.valueOf(characters)));
    rows.add(month.text());
    return rows;
  }

  private Found found(String board, String run) {
    return Reads.find(boards, Key.builder().partitionValue(board).build())
        .filter(newest -> newest.lastRun().equals(Optional.of(run)))
        .map(newest -> Found.of(newest.counts()))
        .orElse(Found.NOTHING);
  }
}
