package app.oegukmin.shared.order;

import app.oegukmin.shared.dynamo.Item;
import java.time.Instant;
import java.time.LocalDate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Orders to crawl. Functions in the VPC have no way out but to tables, so an order is an item whose
 * stream, which tells keys alone, the crawlers read; of each there is never more than the newest.
 *
 * <pre>
 *   work (partition key) = "notices" or "menus#2026-11-23"   by   at (milliseconds)
 * </pre>
 */
public final class CrawlOrderTable {

  private static final String NOTICES = "notices";
  private static final String MENUS = "menus#";

  private final DynamoDbClient client;
  private final String name;

  /** The table with a physical name. */
  public CrawlOrderTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** Orders a crawl of all boards in a member's name. */
  public void notices(String member, Instant now) {
    order(NOTICES, member, now);
  }

  /** Orders a look at the menus of a day in a member's name. */
  public void menus(LocalDate day, String member, Instant now) {
    order(MENUS + day, member, now);
  }

  /**
   * The day of an order of menus.
   *
   * @throws IllegalArgumentException when it is an order of something else
   */
  public static LocalDate day(String work) {
    if (!work.startsWith(MENUS)) {
      throw new IllegalArgumentException("Not an order of menus: " + work);
    }
    return LocalDate.parse(work.substring(MENUS.length()));
  }

  // Its time makes a repeated order a change, which the stream tells.
  private void order(String work, String member, Instant now) {
    Item order = Item.empty().with("work", work).with("by", member).with("at", now.toEpochMilli());
    client.putItem(request -> request.tableName(name).item(order.attributes()));
  }
}
