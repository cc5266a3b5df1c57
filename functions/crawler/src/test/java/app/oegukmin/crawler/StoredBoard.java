package app.oegukmin.crawler;

import app.oegukmin.testkit.Stack;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of a board as it is stored. */
record StoredBoard(Map<String, AttributeValue> attributes) {

  /** Reads a board's item; without attributes when there is none. */
  static StoredBoard read(Stack stack, String board) {
    Map<String, AttributeValue> key = Map.of("board", AttributeValue.fromS(board));
    return new StoredBoard(
        stack
            .dynamodb()
            .getItem(r -> r.tableName(stack.table("BoardTable")).key(key).consistentRead(true))
            .item());
  }

  long number(String count) {
    return findNumber(count).orElseThrow();
  }

  Optional<Long> findNumber(String count) {
    return Optional.ofNullable(attributes.get(count)).map(value -> Long.valueOf(value.n()));
  }

  Optional<String> find(String attribute) {
    return Optional.ofNullable(attributes.get(attribute)).map(AttributeValue::s);
  }
}
