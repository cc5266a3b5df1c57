package app.oegukmin.shared.key;

import app.oegukmin.shared.dynamo.Item;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Firebase's keys in the table of {@link KeyTable}: whoever verifies ID tokens sits in a network
 * from which Google cannot be reached, so that a function outside fetches them.
 *
 * <pre>
 *   purpose "firebase"   kid "all"   body (JSON)   expires (epoch seconds)
 * </pre>
 */
public final class FirebaseKeyTable {

  private static final Item KEY = Item.empty().with("purpose", "firebase").with("kid", "all");

  private final DynamoDbClient client;
  private final String name;

  /** The table with a physical name. */
  public FirebaseKeyTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** The keys of the last fetch; empty before the first. */
  public Optional<FirebaseKeys> find() {
    var answer =
        client.getItem(
            request -> request.tableName(name).key(KEY.attributes()).consistentRead(true));
    return answer.hasItem() ? Optional.of(keys(new Item(answer.item()))) : Optional.empty();
  }

  /** Replaces the keys. */
  public void put(FirebaseKeys keys) {
    Item item = KEY.with("body", keys.json()).with("expires", keys.expiresAt().getEpochSecond());
    client.putItem(request -> request.tableName(name).item(item.attributes()));
  }

  private static FirebaseKeys keys(Item item) {
    return new FirebaseKeys(item.text("body"), Instant.ofEpochSecond(item.number("expires")));
  }
}
