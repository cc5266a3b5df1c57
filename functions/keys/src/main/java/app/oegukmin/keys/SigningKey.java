package app.oegukmin.keys;

import app.oegukmin.shared.key.Key;
import java.time.Instant;

/**
 * A key without its secret.
 *
 * @param kid a number that counts up; keys made otherwise may have any text
 * @param since when it got its state
 */
record SigningKey(String kid, Key.State state, Instant since) {

  /** Its number, 0 when it has none. */
  long number() {
    return kid.matches("\\d{1,18}") ? Long.parseLong(kid) : 0;
  }

  boolean is(Key.State wanted) {
    return state == wanted;
  }
}
