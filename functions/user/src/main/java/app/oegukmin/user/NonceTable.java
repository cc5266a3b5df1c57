package app.oegukmin.user;

import app.oegukmin.shared.dynamo.Item;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The nonces of signed requests, for as long as one could be replayed. Here and not in Valkey,
 * which may forget.
 *
 * <pre>
 *   nonce   expires (epoch seconds, the table's TTL)
 * </pre>
 */
final class NonceTable {

  private final DynamoDbClient client;
  private final String name;

  NonceTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** Takes a nonce; false when another request has it, however close the two are. */
  boolean add(Stamp stamp) {
    Item item =
        Item.empty()
            .with("nonce", stamp.nonce())
            .with("expires", stamp.forgettableAt().getEpochSecond());
    try {
      client.putItem(
          request ->
              request
                  .tableName(name)
                  .item(item.attributes())
                  .conditionExpression("attribute_not_exists(nonce)"));
      return true;
    } catch (ConditionalCheckFailedException used) {
      return false;
    }
  }
}
