package app.oegukmin.keys;

import app.oegukmin.shared.dynamo.Item;
import app.oegukmin.shared.dynamo.Transactions;
import app.oegukmin.shared.key.Key;
import app.oegukmin.shared.key.KeyTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The writing side of the signing keys in {@link KeyTable}, with one attribute more: {@code since},
 * epoch seconds, when a key got its state.
 */
final class SigningKeyTable {

  private static final String STATE = "state";

  private final DynamoDbClient client;
  private final String name;

  SigningKeyTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** All signing keys; one without {@code since} counts as there forever. */
  List<SigningKey> all() {
    return client
        .query(
            request ->
                request
                    .tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression("purpose = :purpose")
                    .expressionAttributeValues(
                        Map.of(":purpose", AttributeValue.fromS(KeyTable.SIGNING))))
        .items()
        .stream()
        .map(attributes -> key(new Item(attributes)))
        .toList();
  }

  /** Adds a key; nothing happens when another run has made one with this id. */
  boolean add(SigningKey key, String secret) {
    Item item = key(key.kid()).with(state(key.state(), key.since())).with("secret", secret);
    return written(List.of(Transactions.putNew(name, "kid", item)));
  }

  /** Lets the next key sign instead of others, all or none; none when another run has done so. */
  boolean promote(SigningKey next, List<SigningKey> current, Instant now) {
    List<TransactWriteItem> actions =
        new ArrayList<>(List.of(moving(next, Key.State.CURRENT, now)));
    current.forEach(key -> actions.add(moving(key, Key.State.PREVIOUS, now)));
    return written(actions);
  }

  /** Removes a key for good. */
  void remove(SigningKey key) {
    client.deleteItem(request -> request.tableName(name).key(key(key.kid()).attributes()));
  }

  private TransactWriteItem moving(SigningKey key, Key.State to, Instant now) {
    return Transactions.setIf(name, key(key.kid()), state(to, now), STATE, text(key.state()));
  }

  private boolean written(List<TransactWriteItem> actions) {
    return Transactions.write(client, actions) < 0;
  }

  private static Item key(String kid) {
    return Item.empty().with("purpose", KeyTable.SIGNING).with("kid", kid);
  }

  private static Item state(Key.State state, Instant since) {
    return Item.empty().with(STATE, text(state)).with("since", since.getEpochSecond());
  }

  private static SigningKey key(Item item) {
    return new SigningKey(
        item.text("kid"),
        Key.State.valueOf(item.text(STATE).toUpperCase(Locale.ROOT)),
        Instant.ofEpochSecond(item.findNumber("since").orElse(0L)));
  }

  private static String text(Key.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
