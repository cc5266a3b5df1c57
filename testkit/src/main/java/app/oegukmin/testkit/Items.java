package app.oegukmin.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as they lie in a stack's tables, for tests that write or check what is stored. */
public final class Items {

  private Items() {}

  /**
   * An item of texts (a {@code String}), numbers (an {@code Integer} or {@code Long}), and lists
   * and maps of these.
   */
  public static Map<String, AttributeValue> item(Map<String, ?> attributes) {
    Map<String, AttributeValue> item = new HashMap<>();
    attributes.forEach((name, value) -> item.put(name, attribute(value)));
    return item;
  }

  private static AttributeValue attribute(Object value) {
    return switch (value) {
      case String text -> AttributeValue.fromS(text);
      case Integer number -> AttributeValue.fromN(number.toString());
      case Long number -> AttributeValue.fromN(number.toString());
      case List<?> list -> AttributeValue.fromL(list.stream().map(Items::attribute).toList());
      case Map<?, ?> map -> AttributeValue.fromM(document(map));
      default -> throw new IllegalArgumentException("No text, number, list or map: " + value);
    };
  }

  private static Map<String, AttributeValue> document(Map<?, ?> map) {
    Map<String, AttributeValue> document = new HashMap<>();
    map.forEach((name, value) -> document.put((String) name, attribute(value)));
    return document;
  }

  /** Puts such an item into a table with a logical id. */
  public static void put(Stack stack, String table, Map<String, ?> attributes) {
    stack.dynamodb().putItem(put -> put.tableName(stack.table(table)).item(item(attributes)));
  }

  /** All items of a table with a logical id. */
  public static List<Map<String, AttributeValue>> all(Stack stack, String table) {
    return stack
        .dynamodb()
        .scanPaginator(scan -> scan.tableName(stack.table(table)))
        .items()
        .stream()
        .toList();
  }
}
