package app.oegukmin.shared.order;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.member.MemberKey;
import java.time.Instant;
import java.time.LocalDate;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Orders to crawl. Functions in the VPC can reach only tables, so an order is an item, and the
 * dispatcher reads the table's stream. Only the newest order of each kind is kept.
 *
 * <pre>
 *   work (partition key) = "notices" or "menus#2026-11-23"   by (a MemberKey)   at (milliseconds)
 * </pre>
 */
public final class CrawlOrderTable {

  private final DynamoDbTable<CrawlOrder> table;

  /** The table with a physical name. */
  public CrawlOrderTable(DynamoDbClient client, String name) {
    this.table = Dynamo.table(client, name, CrawlOrder.SCHEMA);
  }

  /** Orders a crawl of all boards in a member's name. */
  public void notices(String uid, Instant now) {
    table.putItem(CrawlOrder.notices(MemberKey.of(uid), now));
  }

  /** Orders a look at the menus of a day in a member's name. */
  public void menus(LocalDate day, String uid, Instant now) {
    table.putItem(CrawlOrder.menus(day, MemberKey.of(uid), now));
  }
}
