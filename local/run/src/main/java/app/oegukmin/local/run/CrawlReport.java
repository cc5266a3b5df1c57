package app.oegukmin.local.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a crawl has found, board by board, as the crawler put it on record.
 *
 * @param table physical name of the template's BoardTable
 */
record CrawlReport(DynamoDbClient dynamodb, String table, MonthlyCharacters month) {

  private static final String ROW = "  %-30s %6s %6s %8s %7s %11s";
  private static final List<String> COUNTS = List.of("added", "changed", "failed");

  /**
   * A table with a row per board and one for all, and what is left of the month's characters.
   *
   * @param begun the crawler's response when it began
   * @param usedBefore the month's characters then
   */
  List<String> table(JsonNode begun, long usedBefore) {
    String run = begun.path("run").asText();
    List<String> boards = begun.path("boards").valueStream().map(JsonNode::asText).toList();
    List<String> rows = new ArrayList<>();
    rows.add(ROW.formatted("board", "pages", "new", "changed", "failed", "characters"));
    long[] sums = new long[COUNTS.size() + 1];
    for (String board : boards) {
      long[] counts = counts(board, run);
      for (int i = 0; i < counts.length; i++) {
        sums[i] += counts[i];
      }
      rows.add(row(board, counts, ""));
    }
    // At the turn of a month the count begins anew.
    long characters = Math.max(0, month.used() - usedBefore);
    rows.add(row("all", sums, String.valueOf(characters)));
    rows.add(month.text());
    return rows;
  }

  private static String row(String name, long[] counts, String characters) {
    return ROW.formatted(name, counts[0], counts[1], counts[2], counts[3], characters);
  }

  private long[] counts(String board, String run) {
    Map<String, AttributeValue> item =
        dynamodb
            .getItem(
                get ->
                    get.tableName(table)
                        .key(Map.of("board", AttributeValue.fromS(board)))
                        .consistentRead(true))
            .item();
    long[] counts = new long[COUNTS.size() + 1];
    if (Optional.ofNullable(item.get("lastRun")).map(AttributeValue::s).equals(Optional.of(run))) {
      counts[0] = Optional.ofNullable(item.get("walked")).map(set -> set.ns().size()).orElse(0);
      for (int i = 0; i < COUNTS.size(); i++) {
        counts[i + 1] =
            Optional.ofNullable(item.get(COUNTS.get(i))).map(n -> Long.parseLong(n.n())).orElse(0L);
      }
    }
    return counts;
  }
}
