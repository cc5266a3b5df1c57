package app.oegukmin.shared.key;

import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.Locale;
import java.util.Map;

/** Puts keys where the operator puts them. */
public final class Keys {

  private Keys() {}

  /** Puts a key, or a new state of it. */
  public static Key put(Stack stack, String purpose, Key key) {
    Items.put(
        stack,
        "KeyTable",
        Map.of(
            "purpose", purpose,
            "kid", key.kid(),
            "secret", key.encoded(),
            "state", key.state().name().toLowerCase(Locale.ROOT)));
    return key;
  }
}
