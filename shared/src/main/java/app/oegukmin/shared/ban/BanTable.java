package app.oegukmin.shared.ban;

import app.oegukmin.shared.dynamo.Item;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The bans; what is not here is not banned.
 *
 * <pre>
 *   member   ban ("token#…", "family#…", "user", "original")   expires (epoch seconds, the table's TTL)
 * </pre>
 */
public final class BanTable {

  private final DynamoDbClient client;
  private final String name;

  /** The table with a physical name. */
  public BanTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** Writes a ban; the same again changes nothing. */
  public void put(Ban ban) {
    client.putItem(request -> request.tableName(name).item(item(ban).attributes()));
  }

  /** The same as a part of a transaction. */
  public TransactWriteItem putting(Ban ban) {
    Put put = Put.builder().tableName(name).item(item(ban).attributes()).build();
    return TransactWriteItem.builder().put(put).build();
  }

  /** A member's bans that are still live: DynamoDB deletes expired ones days later. */
  public List<Ban> live(String member, Instant now) {
    return client
        .queryPaginator(
            request ->
                request
                    .tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression("#member = :member")
                    .expressionAttributeNames(Map.of("#member", "member"))
                    .expressionAttributeValues(Map.of(":member", AttributeValue.fromS(member))))
        .items()
        .stream()
        .map(attributes -> ban(new Item(attributes)))
        .filter(ban -> ban.live(now))
        .toList();
  }

  private static Item item(Ban ban) {
    return Item.empty()
        .with("member", ban.member())
        .with("ban", ban.name())
        .with("expires", ban.until().getEpochSecond());
  }

  private static Ban ban(Item item) {
    return new Ban(
        item.text("member"), item.text("ban"), Instant.ofEpochSecond(item.number("expires")));
  }
}
