package app.oegukmin.shared.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads of many items by key. */
public final class Batch {

  // What DynamoDB takes in one request.
  private static final int MOST = 100;

  private Batch() {}

  /** The items that exist among some keys, of which none may be named twice, in any order. */
  public static List<Item> get(DynamoDbClient client, String table, List<Item> keys) {
    List<Item> found = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += MOST) {
      List<Item> some = keys.subList(from, Math.min(from + MOST, keys.size()));
      Map<String, KeysAndAttributes> open = Map.of(table, consistent(some));
      while (!open.isEmpty()) {
        Map<String, KeysAndAttributes> asked = open;
        var answer = client.batchGetItem(request -> request.requestItems(asked));
        answer.responses().getOrDefault(table, List.of()).forEach(i -> found.add(new Item(i)));
        open = answer.unprocessedKeys();
      }
    }
    return found;
  }

  private static KeysAndAttributes consistent(List<Item> keys) {
    return KeysAndAttributes.builder()
        .keys(keys.stream().map(Item::attributes).toList())
        .consistentRead(true)
        .build();
  }
}
