package app.oegukmin.shared.key;

import app.oegukmin.shared.dynamo.Item;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The secrets of the API, in a table that only the functions in need of them may read. They lie
 * here and not in a parameter store, because those functions sit in a network from which only
 * DynamoDB and S3 can be reached.
 *
 * <pre>
 *   purpose ("signing", "hmac", "legacy")   kid   secret (Base64)   state ("next", "current", "previous")
 * </pre>
 *
 * <p>Firebase's keys, which are public, lie here too: {@link FirebaseKeyTable}.
 */
public final class KeyTable {

  /** Purpose of the keys that sign tokens. */
  public static final String SIGNING = "signing";

  /** Purpose of the secret that is compiled into the app (contract §4.2). */
  public static final String HMAC = "hmac";

  /** Purpose of the secret of the original backend's tokens (contract §4.3). */
  public static final String LEGACY = "legacy";

  /** The kid of a secret that the operator puts and nobody rotates. */
  public static final String APP = "app";

  private final DynamoDbClient client;
  private final String name;

  /** The table with a physical name. */
  public KeyTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** All keys of a purpose, by one consistent query. */
  public List<Key> keys(String purpose) {
    return client
        .query(
            request ->
                request
                    .tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression("purpose = :purpose")
                    .expressionAttributeValues(Map.of(":purpose", AttributeValue.fromS(purpose))))
        .items()
        .stream()
        .map(attributes -> key(new Item(attributes)))
        .toList();
  }

  private static Key key(Item item) {
    return new Key(
        item.text("kid"),
        Key.State.valueOf(item.text("state").toUpperCase(Locale.ROOT)),
        item.text("secret"));
  }
}
