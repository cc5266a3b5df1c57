package app.oegukmin.shared.key;

import app.oegukmin.testkit.Stack;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts keys where the operator puts them. */
public final class Keys {

  private Keys() {}

  /** Puts a key, or a new state of it. */
  public static Key put(Stack stack, String purpose, Key key) {
    Map<String, AttributeValue> item =
        Map.of(
            "purpose", AttributeValue.fromS(purpose),
            "kid", AttributeValue.fromS(key.kid()),
            "secret", AttributeValue.fromS(key.encoded()),
            "state", AttributeValue.fromS(key.state().name().toLowerCase(Locale.ROOT)));
    stack.dynamodb().putItem(request -> request.tableName(stack.table("KeyTable")).item(item));
    return key;
  }
}
