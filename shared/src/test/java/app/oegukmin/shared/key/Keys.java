package app.oegukmin.shared.key;

import app.oegukmin.shared.dynamo.Item;
import app.oegukmin.testkit.Stack;
import java.util.Locale;

/** Puts keys where the operator puts them. */
public final class Keys {

  private Keys() {}

  /** Puts a key, or a new state of it. */
  public static Key put(Stack stack, String purpose, Key key) {
    Item item =
        Item.empty()
            .with("purpose", purpose)
            .with("kid", key.kid())
            .with("secret", key.encoded())
            .with("state", key.state().name().toLowerCase(Locale.ROOT));
    stack
        .dynamodb()
        .putItem(request -> request.tableName(stack.table("KeyTable")).item(item.attributes()));
    return key;
  }
}
