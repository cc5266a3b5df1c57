package app.oegukmin.notice;

import app.oegukmin.shared.dynamo.Item;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Orders to crawl. This function has no way out of its network but to tables, so an order is an
 * item whose stream the crawler reads; there is never more than the newest.
 *
 * <pre>
 *   work (partition key) = "notices"   by   at (milliseconds)
 * </pre>
 */
final class CrawlOrderTable {

  private static final String NOTICES = "notices";

  private final DynamoDbClient client;
  private final String name;

  CrawlOrderTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** Orders a crawl of all boards in a member's name. */
  void order(String member, Instant now) {
    Item order =
        Item.empty().with("work", NOTICES).with("by", member).with("at", now.toEpochMilli());
    client.putItem(request -> request.tableName(name).item(order.attributes()));
  }
}
