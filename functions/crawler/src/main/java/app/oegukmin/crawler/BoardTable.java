package app.oegukmin.crawler;

import app.oegukmin.crawler.CrawlPage.Kind;
import app.oegukmin.shared.dynamo.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * How each board fares: what is remembered of it, and the counts of the newest run that is on
 * record. On record are the runs that a person has begun and those that met with something: a run
 * without news writes nothing. Pages are kept as sets of their numbers, so that a message that
 * comes twice counts once; the run is over when every page of {@code sent}, and page 1, is in
 * {@code walked}.
 *
 * <pre>
 *   board (partition key)   memory   lastRun   sent {2, 3}  walked {1, 2}
 *                                              added changed removed gone failed
 * </pre>
 */
final class BoardTable {

  private static final List<String> COUNTS =
      List.of("sent", "walked", "added", "changed", "removed", "gone", "failed");
  private static final int TRIES = 2;

  private final DynamoDbClient client;
  private final String name;

  /** The table with a physical name. */
  BoardTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** What is remembered of a board. */
  BoardMemory memory(String board) {
    var answer =
        client.getItem(
            request -> request.tableName(name).key(key(board).attributes()).consistentRead(true));
    return new Item(answer.item()).find("memory").map(BoardMemory::of).orElse(BoardMemory.EMPTY);
  }

  /** Remembers something else of a board. */
  void remember(String board, BoardMemory memory) {
    client.updateItem(
        request ->
            request
                .tableName(name)
                .key(key(board).attributes())
                .updateExpression("SET memory = :memory")
                .expressionAttributeValues(Map.of(":memory", AttributeValue.fromS(memory.json()))));
  }

  /** Notes that a page has been sent for crawling. */
  void sent(CrawlPage page) {
    add(page, Map.of("sent", number(page)));
  }

  /** Adds to the counts of a page's run. */
  void count(CrawlPage page, Tally tally) {
    if (onRecord(page, tally)) {
      add(page, counts(tally));
    }
  }

  /** Adds to the counts of a page's run, of which this page is now done. */
  void walked(CrawlPage page, Tally tally) {
    if (onRecord(page, tally)) {
      Map<String, AttributeValue> all = counts(tally);
      all.put("walked", number(page));
      add(page, all);
    }
  }

  private static boolean onRecord(CrawlPage page, Tally tally) {
    return page.kind() == Kind.MANUAL || page.page() > 1 || !tally.isNothing();
  }

  // A run's first count replaces the last run's; a run that a newer one has overtaken is not told.
  private void add(CrawlPage page, Map<String, AttributeValue> counts) {
    for (int tries = 0; tries < TRIES; tries++) {
      if (update(page, counts, "ADD " + join(counts, " "), "lastRun = :run")
          || update(
              page, counts, start(counts), "attribute_not_exists(lastRun) OR lastRun < :run")) {
        return;
      }
    }
  }

  private boolean update(
      CrawlPage page, Map<String, AttributeValue> counts, String expression, String condition) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    counts.forEach((count, value) -> values.put(":" + count, value));
    values.put(":run", AttributeValue.fromS(page.run()));
    try {
      client.updateItem(
          request ->
              request
                  .tableName(name)
                  .key(key(page.board()).attributes())
                  .updateExpression(expression)
                  .conditionExpression(condition)
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static String start(Map<String, AttributeValue> counts) {
    List<String> others = new ArrayList<>(COUNTS);
    others.removeAll(counts.keySet());
    return "SET lastRun = :run, "
        + join(counts, " = ")
        + (others.isEmpty() ? "" : " REMOVE " + String.join(", ", others));
  }

  private static String join(Map<String, AttributeValue> counts, String between) {
    return counts.keySet().stream()
        .map(count -> count + between + ":" + count)
        .collect(Collectors.joining(", "));
  }

  private static Map<String, AttributeValue> counts(Tally tally) {
    Map<String, AttributeValue> counts = new LinkedHashMap<>();
    counts.put("added", AttributeValue.fromN(Integer.toString(tally.added())));
    counts.put("changed", AttributeValue.fromN(Integer.toString(tally.changed())));
    counts.put("removed", AttributeValue.fromN(Integer.toString(tally.removed())));
    counts.put("gone", AttributeValue.fromN(Integer.toString(tally.gone())));
    counts.put("failed", AttributeValue.fromN(Integer.toString(tally.failed())));
    return counts;
  }

  private static AttributeValue number(CrawlPage page) {
    return AttributeValue.fromNs(List.of(Integer.toString(page.page())));
  }

  private static Item key(String board) {
    return Item.empty().with("board", board);
  }
}
